package org.commonwright.cli.review;

import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.record.Entry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `review propose`: offering a branch.
final class ReviewProposeCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends DesignAsked {
        @Option(names = "--from", required = true, paramLabel = "BRANCH", description = "a branch of this repository or of a remote")
        private String source = "";

        @Option(names = "--into", paramLabel = "BRANCH", description = "the branch that it wants to enter; the current one unless given")
        private @Nullable String target;

        @Option(names = "--title", required = true)
        private String title = "";

        @Option(names = "--text")
        private String text = "";

        @Option(names = "--impact", description = "whom it touches, and who may be harmed")
        private String impact = "";
    }

    ReviewProposeCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return ReviewPlace.at(context, options.folder(), (repository, _, desk) -> {
            String into = options.target == null ? repository.currentBranch().orElse("main") : options.target;
            Entry entry = desk.propose(options.title, options.text, options.impact, options.source, into);
            if (options.isJson()) {
                context.json(new ReviewJson(context.messages())
                        .proposal(desk.proposals().require(entry.id().hex())));
            } else {
                context.say("review.proposed", entry.id().abbreviated());
            }
            return Exit.DONE;
        });
    }
}
