package org.commonwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.cli.frame.EntryJson;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.AgentId;
import org.commonwright.model.ContentId;
import org.commonwright.record.BadEntry;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordReader;
import org.commonwright.record.RecordStore;
import org.commonwright.record.RecordView;
import org.commonwright.record.Revocations;
import org.commonwright.record.SyncReport;
import org.commonwright.record.VerifiedCommits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `record verify`, `record list`, `record sync`, `record revoke`: the signed logs of a repository.
@Command(name = "record", description = "Records: the signed logs of a repository.")
final class RecordCommand implements NounCommand {
    private final CliContext context;

    RecordCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "verify", description = "Checks every signature and every entry; ends with 1 when some are bad.")
    int verify(@Parameters(paramLabel = "DIR") Path folder, @Option(names = "--json") boolean json) {
        try (GitRepository repository = GitRepository.open(folder)) {
            RecordView view = new RecordReader(repository, VerifiedCommits.inMemory()).verify();
            if (json) {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                node.put("logs", view.logs()).put("entries", view.entries().size()).set("bad", bad(view.bad()));
                context.json(node);
            } else {
                String key = view.bad().isEmpty() ? "record.verified" : "record.found-bad";
                context.say(key, view.logs(), view.entries().size(), view.bad().size());
                say(view.bad());
            }
            return view.bad().isEmpty() ? Exit.DONE : Exit.NO;
        }
    }

    @Command(name = "list", description = "The entries of all logs, what is cited before what cites it.")
    int list(@Parameters(paramLabel = "DIR") Path folder,
            @Option(names = "--kind", paramLabel = "KIND", description = "only this kind and its family") @Nullable String kind,
            @Option(names = "--json") boolean json) {
        try (GitRepository repository = GitRepository.open(folder)) {
            RecordView view = reader(repository).read();
            List<Entry> entries = kind == null ? view.entries() : view.ofKind(kind).toList();
            if (json) {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                ArrayNode list = node.putArray("entries");
                entries.forEach(entry -> list.add(EntryJson.of(entry)));
                node.set("bad", bad(view.bad()));
                context.json(node);
            } else {
                entries.forEach(entry -> context.say("record.list-line", entry.id().abbreviated(),
                        entry.time().toString(), name(view, entry), entry.kind()));
                say(view.bad());
            }
            return Exit.DONE;
        }
    }

    @Command(name = "sync", description = "Takes the logs of a remote that hold, and brings ours there.")
    int sync(@Parameters(paramLabel = "DIR") Path folder,
            @Parameters(paramLabel = "REMOTE", description = "its name, URL or folder") String remote,
            @Option(names = "--all", description = "bring the logs of others there, too") boolean all,
            @Option(names = "--json") boolean json) {
        try (GitRepository repository = GitRepository.open(folder)) {
            RecordStore store = CliRecords.open(context, repository);
            SyncReport report = all
                    ? store.spread(remote, context.progress())
                    : store.sync(remote, context.progress());
            repository.tidy(context.progress());
            if (json) {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                node.put("received", report.received()).put("pushed", report.pushed()).set("refused",
                        bad(report.refused()));
                context.json(node);
            } else {
                context.say("record.synced", report.received(), report.pushed(), report.refused().size());
                say(report.refused());
            }
            return report.refused().isEmpty() ? Exit.DONE : Exit.NO;
        }
    }

    @Command(name = "revoke", description = "Withdraws this device's key: what it signs from now on no longer counts for anybody.")
    int revoke(@Parameters(paramLabel = "DIR") Path folder,
            @Option(names = "--reason", required = true, description = "for those who read it") String reason,
            @Option(names = "--last", paramLabel = "ENTRY", description = "the last entry that you stand by; all of this log unless given") @Nullable String last,
            @Option(names = "--successor", paramLabel = "KEY", description = "the fingerprint of the key that you sign with from now on") @Nullable String successor,
            @Option(names = "--json") boolean json) {
        try (GitRepository repository = GitRepository.open(folder)) {
            RecordStore store = CliRecords.open(context, repository);
            Entry entry = store.append(Revocations.KIND, Revocations.body(reason,
                    Optional.ofNullable(last).map(id -> entry(store, id)),
                    Optional.ofNullable(successor).map(RecordCommand::key)));
            if (json) {
                context.json(EntryJson.of(entry));
            } else {
                context.say("record.revoked", store.identity().agent(), entry.id().abbreviated());
            }
            return Exit.DONE;
        }
    }

    /// One of our own entries.
    private static ContentId entry(RecordStore store, String id) {
        return store.read().entries().stream()
                .filter(e -> e.author().equals(store.identity().agent()) && !id.isEmpty()
                        && e.id().hex().startsWith(id))
                .map(Entry::id).findFirst().orElseThrow(() -> new Fault("record.no-such-entry", id));
    }

    private static AgentId key(String text) {
        try {
            return new AgentId(text);
        } catch (IllegalArgumentException e) {
            throw new Fault(e, "record.no-key", text);
        }
    }

    private RecordReader reader(GitRepository repository) {
        return new RecordReader(repository, CliRecords.verified(context));
    }

    private void say(List<BadEntry> bad) {
        bad.forEach(b -> context.say("record.bad-line", b.log().substring(0, Math.min(12, b.log().length())),
                b.entry(), context.messages().get(b.reason())));
    }

    private ArrayNode bad(List<BadEntry> bad) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (BadEntry one : bad) {
            list.addObject().put("log", one.log()).put("entry", one.entry())
                    .put("reason", context.messages().get(one.reason())).put("code", one.reason().code());
        }
        return list;
    }

    private static String name(RecordView view, Entry entry) {
        RecordView.Writer writer = view.writers().get(entry.author());
        return writer == null ? entry.author().abbreviated() : writer.person().name();
    }
}
