package org.commonwright.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.CommitReader;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.task.Progress;

/// The records of one repository, and this device's own log in it. Fit for many threads; several programs may append to
/// the same log at once.
public final class RecordStore {
    private static final int TRIES = 1000;

    private final GitRepository repository;
    private final Identity identity;
    private final InstantSource clock;
    private final RecordReader reader;

    private RecordStore(GitRepository repository, Identity identity, InstantSource clock, VerifiedCommits verified) {
        this.repository = repository;
        this.identity = identity;
        this.clock = clock;
        this.reader = new RecordReader(repository, verified);
    }

    public static RecordStore open(GitRepository repository, Identity identity, InstantSource clock) {
        return open(repository, identity, clock, VerifiedCommits.inMemory());
    }

    /// @param verified signatures that need not be checked again
    public static RecordStore open(GitRepository repository, Identity identity, InstantSource clock,
            VerifiedCommits verified) {
        return new RecordStore(repository, identity, clock, verified);
    }

    public Identity identity() {
        return identity;
    }

    public GitRepository repository() {
        return repository;
    }

    /// Says one thing.
    ///
    /// @throws Fault as [#append(List)]
    public Entry append(String kind, JsonNode body, ContentId... cites) {
        return append(List.of(new NewEntry(kind, body, List.of(cites)))).getFirst();
    }

    /// As [#append(String, JsonNode, ContentId...)], after [#maySpeak].
    ///
    /// @throws Fault as both of them
    public Entry say(String kind, JsonNode body, ContentId... cites) {
        maySpeak();
        return append(kind, body, cites);
    }

    /// Says several things in one signed pack: all are recorded, or none. They are on disk when this returns.
    ///
    /// @throws Fault `record.not-writable` when a body has no canonical form, `record.entry-too-large`,
    /// `record.pack-too-large`, `record.own-log-damaged` when what came before cannot be read, and so not be followed
    public List<Entry> append(List<NewEntry> entries) {
        return append(entries, List.of());
    }

    /// As [#append(List)], with bytes that the entries name by their hash. They come in a pack of their own before the
    /// entries: a program that knows no attachments sets that one aside, and still reads the entries.
    ///
    /// @throws Fault `files.too-large` when one has more than 4 MiB
    public List<Entry> append(List<NewEntry> entries, List<byte[]> attachments) {
        if (entries.isEmpty()) {
            return List.of();
        }
        attachments.stream().filter(a -> a.length > Attachments.LIMIT).findFirst().ifPresent(a -> {
            throw new Fault("files.too-large", LogName.ref(identity.agent()), a.length, Attachments.LIMIT);
        });
        for (int i = 0; i < TRIES; i++) {
            Optional<CommitId> tip = repository.refs().get(LogName.ref(identity.agent()));
            var pack = new ByteArrayOutputStream();
            List<Entry> written = write(entries, heads(tip), pack);
            CommitDraft draft = draft(subject(entries)).put(LogReader.PACK, pack.toByteArray());
            attached(attachments, tip).or(() -> tip).ifPresent(draft::parent);
            CommitId commit = repository.commits().write(draft);
            if (repository.refs().update(LogName.ref(identity.agent()), tip, commit)) {
                return written;
            }
        }
        throw new Fault("git.locked", repository.folder(), LogName.ref(identity.agent()) + ".lock");
    }

    private Optional<CommitId> attached(List<byte[]> attachments, Optional<CommitId> tip) {
        if (attachments.isEmpty()) {
            return Optional.empty();
        }
        CommitDraft draft = draft("record: attached\n").put(LogReader.PACK, new byte[0]);
        attachments.forEach(bytes -> draft.put(Attachments.path(ContentId.of(bytes)), bytes));
        tip.ifPresent(draft::parent);
        return Optional.of(repository.commits().write(draft));
    }

    /// The bytes of this hash that an entry names; empty when they have not come here.
    ///
    /// @throws Fault `record.attachment-altered` when there are bytes under that name, but others; `files.too-large`,
    ///         `git.corrupt`
    public Optional<byte[]> attachment(ContentId id) {
        Fault wrong = null;
        try (CommitReader commits = repository.reader()) {
            for (CommitId commit : read().attachedIn(id)) {
                try {
                    return Optional.of(Attachments.read(commits, commit, id));
                } catch (Fault fault) {
                    // Another log may have the right ones; in a partial clone they may be nowhere.
                    wrong = fault.code().equals("git.missing-object") ? wrong : fault;
                }
            }
        }
        if (wrong != null) {
            throw wrong;
        }
        return Optional.empty();
    }

    /// Makes sure that what this device's owner says next is recorded and counts.
    ///
    /// @throws Fault `record.key-revoked` when they have withdrawn its key; `record.own-log-damaged`
    public void maySpeak() {
        heads(repository.refs().get(LogName.ref(identity.agent())));
        if (Revocations.of(read()).isRevoked(identity.agent())) {
            throw new Fault("record.key-revoked", identity.agent());
        }
    }

    /// The checked union of all logs that are here.
    public RecordView read() {
        return reader.read();
    }

    /// As [#read], but every signature and everything attached is checked again.
    public RecordView verify() {
        return new RecordReader(repository, VerifiedCommits.inMemory()).verify();
    }

    /// Takes the logs of a remote that are new and hold, and brings ours there.
    ///
    /// @param remote its name or its URL
    /// @throws Fault what [org.commonwright.git.Remotes] throws
    public SyncReport sync(String remote, Progress progress) {
        return new RecordSync(this, reader).run(remote, false, progress);
    }

    /// As [#sync], but only takes: nothing is brought there.
    public SyncReport take(String remote, Progress progress) {
        return new RecordSync(this, reader).onlyTake(remote, progress);
    }

    /// As [#sync], and brings all logs there that we know more of, not only ours: for a stick that goes from workshop to
    /// workshop.
    public SyncReport spread(String remote, Progress progress) {
        return new RecordSync(this, reader).run(remote, true, progress);
    }

    /// The full name of the ref that holds an agent's log.
    public static String logRef(AgentId agent) {
        return LogName.ref(agent);
    }

    /// Whose log a ref holds; empty for any other ref.
    public static Optional<AgentId> logOf(String ref) {
        return ref.startsWith(LogName.REFS) ? LogName.parse(ref.substring(LogName.REFS.length())) : Optional.empty();
    }

    CommitDraft draft(String message) {
        return new CommitDraft(identity.person(), now(), message).signedBy(identity.signer());
    }

    private List<Entry> write(List<NewEntry> entries, List<ContentId> heads, ByteArrayOutputStream pack) {
        Instant now = now();
        var written = new ArrayList<Entry>(entries.size());
        Optional<ContentId> previous = heads.stream().findFirst();
        List<ContentId> others = heads.stream().skip(1).toList();
        for (NewEntry entry : entries) {
            var cites = new TreeSet<>(Comparator.comparing(ContentId::hex));
            cites.addAll(entry.cites());
            cites.addAll(others);
            previous.ifPresent(cites::remove);
            EntryFormat.Written one = EntryFormat.write(
                    new NewEntry(entry.kind(), entry.body(), List.copyOf(cites)), identity.agent(), now, previous);
            pack.writeBytes(one.line());
            pack.write('\n');
            if (pack.size() > LogReader.PACK_LIMIT) {
                throw new Fault("record.pack-too-large", LogReader.PACK_LIMIT);
            }
            written.add(one.entry());
            previous = Optional.of(one.entry().id());
            others = List.of();
        }
        return written;
    }

    /// Our last entry; several when our log was written in two places at once.
    private List<ContentId> heads(Optional<CommitId> tip) {
        if (tip.isEmpty()) {
            return List.of();
        }
        LogContent log = reader.log(identity.agent(), tip.get());
        log.bad().stream().map(BadEntry::reason).filter(reason -> reason.code().startsWith("git.")).findFirst()
                .ifPresent(reason -> {
                    reader.forget(identity.agent());
                    throw new Fault("record.own-log-damaged", new Messages.Key(reason.code(), reason.arguments()));
                });
        return log.heads().reversed();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String subject(List<NewEntry> entries) {
        String kinds = entries.stream().map(NewEntry::kind).distinct().collect(Collectors.joining(", "));
        return "record: " + (kinds.length() > 60 ? entries.size() + " entries" : kinds) + "\n";
    }

    AgentId agent() {
        return identity.agent();
    }
}
