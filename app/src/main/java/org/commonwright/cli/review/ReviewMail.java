package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.governance.ProposalState;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.review.mail.ProposalMail;
import org.commonwright.review.mail.Written;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review export`, `review send`: proposals that travel.
final class ReviewMail {
    private final CliContext context;
    private final ProposalAsked options;

    /// Where it is written to.
    static final class Export extends ProposalAsked {
        @Option(names = "-o", paramLabel = "FILE", required = true, description = "the file, such as brackets.proposal")
        private Path file = Path.of("");

        @Option(names = "--whole", description = "with the whole history, for somebody who has nothing of the design")
        private boolean whole;
    }

    /// Where it is brought to.
    static final class Send extends ProposalAsked {
        @Parameters(paramLabel = "REMOTE", index = "2", description = "its name, URL or folder")
        private String remote = "";
    }

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

    int export(Export to) {
        Path file = to.file;
        return run((mail, state) -> {
            Written written = mail.write(state, file, to.whole, context.progress());
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

    int send(Send to) {
        return run((mail, state) -> {
            mail.send(state, to.remote, context.progress());
            if (options.isJson()) {
                context.json(JsonNodeFactory.instance.objectNode().put("proposal", state.id())
                        .put("head", state.proposal().head().hex()).put("remote", to.remote));
            } else {
                context.say("mailing.sent", state.proposal().title(), to.remote);
            }
        });
    }
}
