package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.governance.Proposals;
import org.commonwright.i18n.ProblemsJson;

/// `review list`: proposals and what became of them.
final class ReviewListCommand {
    private final CliContext context;
    private final DesignAsked options;

    ReviewListCommand(CliContext context, DesignAsked options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return ReviewPlace.at(context, options.folder(), (repository, _, desk) -> {
            Proposals proposals = ReviewPlace.judged(context, desk, repository);
            if (options.isJson()) {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                ArrayNode list = node.putArray("proposals");
                var form = new ReviewJson(context.messages());
                proposals.list().forEach(state -> list.add(form.proposal(state)));
                node.set("problems", ProblemsJson.of(proposals.problems(), context.messages()));
                context.json(node);
            } else {
                if (proposals.list().isEmpty()) {
                    context.say("review.no-proposals");
                }
                proposals.list().forEach(new ReviewText(context)::line);
                proposals.problems().forEach(p -> context.out().println(context.messages().get(p)));
            }
            return Exit.DONE;
        });
    }
}
