package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.cli.frame.Exit;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.GitRepository;
import org.commonwright.review.MergeUndo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `review undo`: taking the last merge back.
final class ReviewUndoCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends DesignAsked {
        @Option(names = "--branch", paramLabel = "BRANCH", description = "the current one unless given")
        private @Nullable String branch;

        @Option(names = "--merge", paramLabel = "COMMIT", description = "only if this is the last merge, by its id or the beginning of it; needed where a merge was taken back just before")
        private @Nullable String merge;

        @Option(names = "--reason")
        private String reason = "";
    }

    ReviewUndoCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        try (GitRepository repository = GitRepository.open(options.folder())) {
            var undo = new MergeUndo(repository, CliRecords.open(context, repository));
            MergeUndo.Last last = undo.last(options.branch);
            check(undo, last);
            undo.undo(last, options.reason);
            if (options.isJson()) {
                context.json(JsonNodeFactory.instance.objectNode().put("branch", last.branch())
                        .put("undone", last.merge().hex()).put("now", last.before().hex())
                        .put("kept", MergeUndo.keptAs(last.merge())));
            } else {
                context.say("merging.undone", last.subject(), last.branch(), last.before().abbreviated(),
                        MergeUndo.keptAs(last.merge()));
            }
        }
        return Exit.DONE;
    }

    /// @throws Fault `merging.undo-not-that`, `merging.undo-again`
    private void check(MergeUndo undo, MergeUndo.Last last) {
        String wanted = options.merge;
        if (wanted != null && (wanted.isEmpty() || !last.merge().hex().startsWith(wanted))) {
            throw new Fault("merging.undo-not-that", last.branch(), last.subject(), last.merge().abbreviated(), wanted);
        }
        Optional<CommitInfo> before = wanted == null ? undo.undoneBefore(last) : Optional.empty();
        if (before.isPresent()) {
            throw new Fault("merging.undo-again", before.get().message().lines().findFirst().orElse(""),
                    last.subject(), last.merge().abbreviated());
        }
    }
}
