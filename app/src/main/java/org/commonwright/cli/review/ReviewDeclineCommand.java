package org.commonwright.cli.review;

import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import picocli.CommandLine.Option;

/// `review decline`: declining one, with a reason.
final class ReviewDeclineCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends ProposalAsked {
        @Option(names = "--reason", required = true)
        private String reason = "";
    }

    ReviewDeclineCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return ReviewPlace.at(context, options.folder(), (_, _, desk) -> {
            RulesAnswer
                    .allowed(() -> desk.merges().decline(desk.proposals().require(options.proposal()), options.reason));
            if (options.isJson()) {
                context.json(new ReviewJson(context.messages()).proposal(desk.proposals().require(options.proposal())));
            } else {
                context.say("review.declined", options.reason);
            }
            return Exit.DONE;
        });
    }
}
