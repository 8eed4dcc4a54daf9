package org.commonwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.commonwright.accounting.Account;
import org.commonwright.accounting.Accounts;
import org.commonwright.accounting.EconomicEvent;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.fabrication.job.Fact;
import org.commonwright.fabrication.job.JobBook;
import org.commonwright.fabrication.job.Run;
import org.commonwright.git.GitRepository;
import org.commonwright.record.RecordReader;
import org.commonwright.record.RecordView;
import org.commonwright.record.VerifiedCommits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `accounts DIR`: what the economic events of a repository's records add up to.
@Command(name = "accounts", description = "What was made, used, worked and handed over, for each agent and each design.")
final class AccountsCommand implements NounCommand, Callable<Integer> {
    private final CliContext context;

    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of(".");

    @Option(names = "--json")
    private boolean json;

    AccountsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (GitRepository repository = GitRepository.open(folder)) {
            var verified = VerifiedCommits.in(context.folders().cache().resolve("verified-commits"));
            RecordView view = new RecordReader(repository, verified).read();
            var accounts = new Accounts();
            view.ofKind(EconomicEvent.KIND)
                    .forEach(e -> accounts.add(e.id().hex(), e.author().fingerprint(), e.body()));
            JobBook.of(view.entries().stream().map(Fact::of).toList(), Instant.EPOCH).jobs().forEach(job -> job.runs()
                    .stream().filter(Run::isScrap).forEach(run -> accounts.scrapped(job.id(), run.name())));
            Accounts.Statement statement = accounts.statement();
            if (json) {
                context.json(json(statement));
            } else {
                show(statement.agents());
                show(statement.designs());
                statement.setAside().forEach((id, reason) -> context.err().println(
                        context.messages().get("accounting.says-set-aside", id.substring(0, 12), reason)));
            }
            return Exit.DONE;
        }
    }

    private void show(List<Account> accounts) {
        for (Account account : accounts) {
            context.say("accounting.says-account", account.of());
            for (Account.Line line : account.lines()) {
                context.say("accounting.says-line", line.action().token(), line.side(), line.resource(),
                        line.quantity(), line.events());
            }
        }
    }

    private ObjectNode json(Accounts.Statement statement) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        accounts(node.putArray("agents"), statement.agents());
        accounts(node.putArray("designs"), statement.designs());
        ArrayNode aside = node.putArray("set_aside");
        statement.setAside().forEach((id, reason) -> aside.addObject().put("entry", id).put("code", reason.key())
                .put("reason", context.messages().get(reason.key(), reason.arguments())));
        return node;
    }

    private static void accounts(ArrayNode array, List<Account> accounts) {
        for (Account account : accounts) {
            ObjectNode one = array.addObject().put("of", account.of());
            ArrayNode lines = one.putArray("lines");
            for (Account.Line line : account.lines()) {
                lines.addObject().put("action", line.action().token()).put("side", line.side())
                        .put("resource", line.resource())
                        .put("quantity", line.quantity().number().stripTrailingZeros().toPlainString())
                        .put("unit", line.quantity().unit().symbol()).put("events", line.events());
            }
        }
    }
}
