package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Stance;
import org.commonwright.governance.decide.Standing;
import org.commonwright.record.Entry;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review stance`: saying where one stands.
final class ReviewStanceCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends ProposalAsked {
        @Parameters(index = "2", paramLabel = "STANCE", description = "agree, abstain, disagree or block")
        private String word = "";

        @Option(names = "--reason", description = "why; a block needs one")
        private String reason = "";
    }

    ReviewStanceCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return ReviewPlace.at(context, options.folder(), (_, _, desk) -> {
            Stance.Word said = Stance.Word.of(options.word)
                    .orElseThrow(() -> new Fault("decide.no-stance", options.word));
            ProposalState state = desk.proposals().require(options.proposal());
            Entry entry = desk.decisions().give(state, said, options.reason);
            Standing standing = desk.decisions().standing(state);
            if (options.isJson()) {
                ObjectNode node = new ReviewDecisions(context).json(standing);
                context.json(node.put("entry", entry.id().hex()));
            } else {
                context.say("decide.given", entry.id().abbreviated());
                new ReviewDecisions(context).print(standing);
            }
            return Exit.DONE;
        });
    }
}
