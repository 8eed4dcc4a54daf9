package org.commonwright.cli.review;

import java.nio.file.Path;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.git.GitRepository;
import org.commonwright.record.RecordStore;
import org.commonwright.review.comment.CommentDesk;

/// Where a verb about comments works: the repository, its records and the desk on them, open as long as the verb runs.
final class Commenting {
    private Commenting() {}

    /// What is done there; its exit code.
    interface Verb {
        int run(GitRepository repository, RecordStore records, CommentDesk desk);
    }

    static int at(CliContext context, Path folder, Verb verb) {
        try (GitRepository repository = GitRepository.open(folder)) {
            RecordStore records = CliRecords.open(context, repository);
            return verb.run(repository, records, new CommentDesk(records));
        }
    }
}
