package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.cli.frame.Exit;
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
}
