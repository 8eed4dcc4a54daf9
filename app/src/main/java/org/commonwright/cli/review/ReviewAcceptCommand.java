package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.governance.ProposalState;
import org.commonwright.model.CommitId;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.MergeDesk;
import org.commonwright.review.MergeWork;
import org.commonwright.review.Resolution;
import picocli.CommandLine.Option;

/// `review accept`: merging a proposal.
final class ReviewAcceptCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends ProposalAsked {
        @Option(names = "--reason")
        private String reason = "";

        @Option(names = "--choose", paramLabel = "CHOICE", description = "ours, theirs, N=ours, N=theirs or N:value; may be given several times")
        private List<String> choices = new ArrayList<>();
    }

    ReviewAcceptCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return ReviewPlace.at(context, options.folder(), (_, _, desk) -> {
            ProposalState state = desk.proposals().require(options.proposal());
            MergeDesk merges = desk.merges(context.folders().cache(), context.progress());
            MergeWork work = merges.prepare(state, context.progress());
            Map<MergeConflict, Resolution> decided = MergeChoices.of(work.conflicts(), options.choices);
            boolean whole = decided.size() == work.conflicts().size();
            CommitId merge = whole
                    ? RulesAnswer.allowed(() -> merges.accept(state, work, decided, options.reason))
                    : null;
            if (options.isJson()) {
                var form = new ReviewJson(context.messages());
                ObjectNode node = JsonNodeFactory.instance.objectNode().put("merge",
                        merge == null ? null : merge.hex());
                node.set("conflicts", form.conflicts(work.conflicts()));
                context.json(node);
            } else if (merge != null) {
                context.say("review.accepted", merge.abbreviated());
            } else {
                new ReviewText(context).conflicts(work.conflicts());
            }
            return merge == null ? Exit.NO : Exit.DONE;
        });
    }
}
