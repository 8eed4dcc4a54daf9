package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.governance.ProposalState;
import org.commonwright.review.Foreseen;
import picocli.CommandLine.Option;

/// `review show`: what a proposal changes, and what a merge would ask.
final class ReviewShowCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends ProposalAsked {
        @Option(names = "--quantity", description = "how many the cost is for")
        private long quantity = 1;
    }

    ReviewShowCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return ReviewPlace.at(context, options.folder(), (repository, _, desk) -> {
            ProposalState state = ReviewPlace.judged(context, desk, repository).require(options.proposal());
            Foreseen seen = desk.merges().foresee(state, desk.review(state, options.quantity, context.progress()),
                    context.progress());
            if (options.isJson()) {
                var form = new ReviewJson(context.messages());
                ObjectNode node = form.report(seen.report());
                node.set("proposal", form.proposal(state));
                node.set("conflicts", form.conflicts(seen.conflicts()));
                node.set("standing", new ReviewDecisions(context).json(desk.decisions().standing(state)));
                context.json(node);
            } else {
                new ReviewText(context).line(state);
                new ReviewText(context).print(seen.report(), seen.conflicts());
                new ReviewDecisions(context).print(desk.decisions().standing(state));
            }
            return Exit.DONE;
        });
    }
}
