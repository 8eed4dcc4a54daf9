package org.commonwright.cli;

import org.commonwright.i18n.Messages;
import org.commonwright.licence.Answer;
import org.commonwright.licence.Grant;
import org.commonwright.licence.LicenceCheck;
import org.commonwright.licence.LicenceJson;
import org.commonwright.licence.LicenceTable;
import org.commonwright.licence.Use;
import org.commonwright.licence.User;
import org.commonwright.licence.UserKind;
import org.commonwright.licence.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `licence explain EXPRESSION`: what licences answer.
@Command(name = "licence", description = "What licences allow: free, fee or no, with the clause. Information, not legal advice.")
final class LicenceCommand implements NounCommand {
    private final CliContext context;

    LicenceCommand(CliContext context) {
        this.context = context;
    }

    /// Who asks, for what.
    static final class Asking {
        @Option(names = "--as", defaultValue = "person", description = "person, worker-cooperative, cooperative, non-profit, public-body or firm")
        private String kind = "person";

        @Option(names = "--use", defaultValue = "make", description = "study, modify, make (not commercially) or sell (commercially)")
        private String use = "make";

        @Option(names = "--contributor", description = "the user contributes to the design")
        private boolean contributor;

        @Option(names = "--grant", defaultValue = "none", description = "none, contributor, voted, expired or breached")
        private String grant = "none";

        User user() {
            return new User(UserKind.parse(kind), contributor, Grant.parse(grant));
        }

        Use use() {
            return Use.parse(use);
        }
    }

    @Command(name = "explain", description = "The answer of one SPDX licence expression.")
    int explain(@Parameters(paramLabel = "EXPRESSION") String expression,
            @Mixin Asking asking,
            @Option(names = "--json") boolean json) {
        Verdict verdict = new LicenceCheck(LicenceTable.load()).check(expression, asking.user(), asking.use());
        if (json) {
            var node = new LicenceJson(context.messages()).verdict(verdict);
            node.put("notice", context.messages().get("licence.notice"));
            context.json(node);
        } else {
            say(verdict);
            context.say("licence.notice");
        }
        return verdict.answer() == Answer.NO ? Cli.NO : Cli.DONE;
    }

    void say(Verdict verdict) {
        String key = switch (verdict.answer()) {
            case FREE -> "licence.says-free";
            case FEE -> "licence.says-fee";
            case NO -> "licence.says-no";
        };
        context.say(key, verdict.reason(), verdict.clause().isEmpty() ? verdict.licence() : verdict.clause());
        for (Messages.Key condition : verdict.conditions()) {
            context.say("licence.says-condition", condition);
        }
    }
}
