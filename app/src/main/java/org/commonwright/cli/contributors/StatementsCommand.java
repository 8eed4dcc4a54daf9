package org.commonwright.cli.contributors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.cli.frame.Exit;
import org.commonwright.credit.CreditDesk;
import org.commonwright.credit.Stated;
import org.commonwright.credit.StatedCheck;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.CommitId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `contributors statements DIR`: who signed what about whose part, and whether it is still so.
@Command(name = "statements", description = "Signed statements of somebody's part: who signed them, of which commit, and whether they are still what the history says; ends with 1 when one is not.")
final class StatementsCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    @Option(names = "--person", paramLabel = "ADDRESS", description = "only those about somebody, by their e-mail address")
    private @Nullable String person;

    @Option(names = "--ignore-space", description = "a line that only changed its spacing stays its author's, as in git blame -w")
    private boolean ignoreSpace;

    @Option(names = "--json")
    private boolean json;

    StatementsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (GitRepository repository = GitRepository.open(folder)) {
            var desk = new CreditDesk(repository, CliRecords.open(context, repository));
            Stated.All all = desk.statements();
            ContributorsScope scope = ContributorsScope.whole(ignoreSpace);
            List<StatedCheck> checks = StatedCheck.of(all.list().stream().filter(this::isAsked).toList(),
                    commit -> scope.credits(context, folder, commit.hex()));
            if (json) {
                context.json(json(checks, all, desk.unread(), repository.head()));
            } else {
                say(checks, all, desk.unread(), repository.head());
            }
            return checks.stream().allMatch(check -> check.holds().orElse(true)) ? Exit.DONE : Exit.NO;
        }
    }

    private boolean isAsked(Stated stated) {
        return person == null || stated.statement().about().email().equalsIgnoreCase(person);
    }

    private ObjectNode json(List<StatedCheck> checks, Stated.All all, int unread, Optional<CommitId> head) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("statements");
        checks.forEach(check -> list.add(json(check, head)));
        node.put("unread", unread).set("problems", ProblemsJson.of(all.problems(), context.messages()));
        return node;
    }

    private ObjectNode json(StatedCheck check, Optional<CommitId> head) {
        Stated stated = check.stated();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", stated.id()).put("time", stated.when().toString()).put("key", stated.key().fingerprint());
        node.set("statement", stated.statement().toBody());
        node.put("at_head", isHead(stated, head)).put("holds", check.holds().orElse(null));
        ArrayNode different = node.putArray("different");
        check.different().forEach(different::add);
        if (check.why() != null) {
            node.putObject("why").put("code", check.why().code()).put("message",
                    context.messages().get(check.why()));
        }
        return node;
    }

    private void say(List<StatedCheck> checks, Stated.All all, int unread, Optional<CommitId> head) {
        if (checks.isEmpty()) {
            if (person == null) {
                context.say("credit.says-no-statements");
            } else {
                context.say("credit.says-no-statements-of", person);
            }
        }
        checks.forEach(check -> say(check, head));
        all.problems().forEach(problem -> context.out().println(context.messages().get(problem)));
        if (unread > 0) {
            context.say("credit.says-unread", unread);
        }
    }

    private void say(StatedCheck check, Optional<CommitId> head) {
        Stated stated = check.stated();
        var text = new CreditText(context);
        text.print(stated.id().substring(0, 12), stated.statement());
        String where = isHead(stated, head)
                ? context.messages().get("credit.says-at-head")
                : context.messages().get("credit.says-not-head", head.map(CommitId::abbreviated).orElse("–"));
        context.out().println("    " + context.messages().get("credit.says-signed-by",
                context.formats().dateTime(stated.when(), ZoneId.systemDefault()), stated.key()) + "; " + where);
        context.out().println("    " + verdict(check));
    }

    private String verdict(StatedCheck check) {
        if (check.why() != null) {
            return context.messages().get("credit.says-unchecked", context.messages().get(check.why()));
        }
        return check.different().isEmpty()
                ? context.messages().get("credit.says-holds")
                : context.messages().get("credit.says-different", String.join(", ", check.different()));
    }

    private static boolean isHead(Stated stated, Optional<CommitId> head) {
        return head.equals(Optional.of(stated.statement().commit()));
    }
}
