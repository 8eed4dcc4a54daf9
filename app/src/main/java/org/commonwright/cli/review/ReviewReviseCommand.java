package org.commonwright.cli.review;

import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.governance.ProposalState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `review revise`: other commits for one’s own proposal.
final class ReviewReviseCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends ProposalAsked {
        @Option(names = "--from", paramLabel = "BRANCH", description = "where they are; the proposal's branch unless given")
        private @Nullable String source;
    }

    ReviewReviseCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return ReviewPlace.at(context, options.folder(), (_, _, desk) -> {
            ProposalState state = desk.proposals().require(options.proposal());
            desk.revise(state, options.source == null ? state.proposal().source() : options.source);
            ProposalState now = desk.proposals().require(state.id());
            if (options.isJson()) {
                context.json(new ReviewJson(context.messages()).proposal(now));
            } else {
                context.say("decide.revised", now.proposal().title(), now.proposal().head().abbreviated());
            }
            return Exit.DONE;
        });
    }
}
