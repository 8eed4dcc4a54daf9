package org.commonwright.cli.review;

import java.nio.file.Path;
import java.time.InstantSource;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.design.Workspace;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Proposals;
import org.commonwright.record.RecordStore;
import org.commonwright.review.MergeMemory;
import org.commonwright.review.ReviewDesk;

/// Where a verb about proposals works: the repository, its records and the desk on them, open as long as the verb runs.
final class ReviewPlace {
    private ReviewPlace() {}

    /// What is done there; its exit code.
    interface Verb {
        int run(GitRepository repository, RecordStore records, ReviewDesk desk);
    }

    static int at(CliContext context, Path folder, Verb verb) {
        try (GitRepository repository = GitRepository.open(folder);
                var workspace = new Workspace(context.folders().workspace())) {
            RecordStore records = CliRecords.open(context, repository);
            return verb.run(repository, records,
                    new ReviewDesk(repository, records, workspace, InstantSource.system()));
        }
    }

    /// The proposals, and what there is to say against their merges.
    static Proposals judged(CliContext context, ReviewDesk desk, GitRepository repository) {
        return desk.judged(MergeMemory.open(context.folders().cache(), repository), context.progress());
    }
}
