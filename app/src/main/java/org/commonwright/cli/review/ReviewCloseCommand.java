package org.commonwright.cli.review;

import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.decide.Standing;

/// `review close`: a certificate of the stances counted.
final class ReviewCloseCommand {
    private final CliContext context;
    private final ProposalAsked options;

    ReviewCloseCommand(CliContext context, ProposalAsked options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return ReviewPlace.at(context, options.folder(), (_, _, desk) -> {
            ProposalState state = desk.proposals().require(options.proposal());
            Standing.Closed closed = RulesAnswer.allowed(() -> desk.decisions().close(state));
            var form = new ReviewDecisions(context);
            if (options.isJson()) {
                context.json(form.json(desk.decisions().standing(state)));
            } else {
                form.closed(closed);
            }
            return Exit.DONE;
        });
    }
}
