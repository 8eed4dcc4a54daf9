package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.cli.frame.Exit;
import org.commonwright.git.GitRepository;
import org.commonwright.review.mail.ProposalMail;
import org.commonwright.review.mail.Taken;
import picocli.CommandLine.Parameters;

/// `review import`: taking a proposal that somebody sent.
final class ReviewTakeCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends DesignAsked {
        @Parameters(paramLabel = "FILE", index = "1", description = "as review export writes it")
        private Path file = Path.of("");
    }

    ReviewTakeCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        try (GitRepository repository = GitRepository.open(options.folder())) {
            Taken taken = new ProposalMail(repository, CliRecords.open(context, repository)).take(options.file,
                    context.progress());
            if (options.isJson()) {
                ObjectNode node = JsonNodeFactory.instance.objectNode().put("new", taken.isNew());
                var list = node.putArray("proposals");
                var form = new ReviewJson(context.messages());
                taken.proposals().forEach(state -> list.add(form.proposal(state)));
                context.json(node);
            } else if (taken.proposals().isEmpty()) {
                context.say("mailing.taken-unread");
            } else {
                taken.proposals().forEach(state -> context.say(taken.isNew() ? "mailing.taken" : "mailing.nothing-new",
                        state.proposal().title(), state.proposal().person().name()));
            }
            return Exit.DONE;
        }
    }
}
