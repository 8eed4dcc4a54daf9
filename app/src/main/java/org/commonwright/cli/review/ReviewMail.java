package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.cli.frame.Exit;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.ProposalState;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.review.mail.ProposalMail;
import org.commonwright.review.mail.Taken;
import org.commonwright.review.mail.Written;

/// `review export`, `review send`, `review import`: proposals that travel.
final class ReviewMail {
    private final CliContext context;
    private final ProposalAsked options;

    /// What is done with a proposal whose commits are here.
    private interface Way {
        void go(ProposalMail mail, ProposalState state);
    }

    ReviewMail(CliContext context, ProposalAsked options) {
        this.context = context;
        this.options = options;
    }

    private int run(Way way) {
        return ReviewPlace.at(context, options.folder(), (repository, records, desk) -> {
            ProposalState state = desk.proposals().require(options.proposal());
            desk.fetch(state, context.progress());
            way.go(new ProposalMail(repository, records), state);
            return Exit.DONE;
        });
    }

    int export(Path file, boolean whole) {
        return run((mail, state) -> {
            Written written = mail.write(state, file, whole, context.progress());
            if (options.isJson()) {
                context.json(JsonNodeFactory.instance.objectNode().put("file", file.toString())
                        .put("proposal", state.id()).put("bytes", written.bytes())
                        .put("needs", written.needs().map(CommitId::hex).orElse(null))
                        .put("large_files_left_out", written.large()));
                return;
            }
            var size = new Messages.Bytes(written.bytes());
            if (written.needs().isPresent()) {
                context.say("mailing.written", file, size, written.needs().get().abbreviated());
            } else {
                context.say("mailing.written-whole", file, size);
            }
            if (written.large() > 0) {
                context.say("mailing.large-left-out", written.large());
            }
        });
    }

    int send(String remote) {
        return run((mail, state) -> {
            mail.send(state, remote, context.progress());
            if (options.isJson()) {
                context.json(JsonNodeFactory.instance.objectNode().put("proposal", state.id())
                        .put("head", state.proposal().head().hex()).put("remote", remote));
            } else {
                context.say("mailing.sent", state.proposal().title(), remote);
            }
        });
    }

    static int take(CliContext context, Path folder, Path file, boolean json) {
        try (GitRepository repository = GitRepository.open(folder)) {
            Taken taken = new ProposalMail(repository, CliRecords.open(context, repository)).take(file,
                    context.progress());
            if (json) {
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
