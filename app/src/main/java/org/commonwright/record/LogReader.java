package org.commonwright.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.CommitReader;
import org.commonwright.git.GitRepository;
import org.commonwright.git.History;
import org.commonwright.git.SignedCommit;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;

/// Reads one log: its commits, oldest first, each a pack of lines. Every commit is checked by itself, so that a bad one
/// takes nothing with it.
final class LogReader {
    static final RepoPath PACK = new RepoPath("entries.jsonl");
    static final int PACK_LIMIT = 8 << 20;

    private static final Set<String> HEADERS = Set.of("tree", "parent", "author", "committer", "gpgsig");

    private final GitRepository repository;
    private final VerifiedCommits verified;

    LogReader(GitRepository repository, VerifiedCommits verified) {
        this.repository = repository;
        this.verified = verified;
    }

    /// @param known what was read before; read on from there when `tip` descends from it
    LogContent read(AgentId agent, CommitId tip, Optional<LogContent> known) {
        boolean on = known.isPresent() && goesOn(known.get().tip(), tip);
        var entries = new ArrayList<Entry>();
        var bad = new ArrayList<BadEntry>();
        var attached = new HashMap<ContentId, CommitId>();
        Optional<RecordView.Writer> writer = Optional.empty();
        List<CommitId> before = List.of();
        if (on) {
            entries.addAll(known.get().entries());
            bad.addAll(known.get().bad());
            attached.putAll(known.get().attached());
            writer = known.get().writer();
            before = List.of(known.get().tip());
        }
        var addresses = new HashSet<>(writer.map(RecordView.Writer::addresses).orElse(Set.of()));
        var seen = new HashSet<ContentId>();
        entries.forEach(entry -> seen.add(entry.id()));
        int old = entries.size();
        try (CommitReader reader = repository.reader();
                var commits = repository.history().walk(List.of(tip), before, History.Order.OLDEST_FIRST)) {
            for (CommitInfo commit : (Iterable<CommitInfo>) commits::iterator) {
                Optional<PublicKey> key = check(reader, agent, commit.id(), bad);
                if (key.isPresent()) {
                    addresses.add(commit.author().email());
                    writer = Optional.of(new RecordView.Writer(commit.author(), addresses, key.get()));
                    pack(reader, agent, commit.id(), entries, seen, bad)
                            .forEach(id -> attached.putIfAbsent(id, commit.id()));
                }
            }
        } catch (Fault fault) {
            // The history itself is damaged: what came before stays.
            bad.add(bad(agent, "", fault));
        }
        List<ContentId> heads = heads(on ? known.get().heads() : List.of(), entries.subList(old, entries.size()));
        return new LogContent(agent, tip, Collections.unmodifiableList(entries), heads, List.copyOf(bad),
                Map.copyOf(attached), writer);
    }

    private static List<ContentId> heads(List<ContentId> before, List<Entry> more) {
        var heads = new LinkedHashSet<>(before);
        for (Entry entry : more) {
            entry.previous().ifPresent(heads::remove);
            entry.cites().forEach(heads::remove);
            heads.add(entry.id());
        }
        return List.copyOf(heads);
    }

    /// Where the history is damaged, what was read before stays, and the walk from there says what is wrong.
    private boolean goesOn(CommitId from, CommitId tip) {
        try {
            return repository.history().isAncestor(from, tip);
        } catch (Fault _) {
            return true;
        }
    }

    /// Whether the agent signed the commit.
    Optional<PublicKey> check(CommitReader reader, AgentId agent, CommitId commit, List<BadEntry> bad) {
        Optional<SignedCommit> signed;
        try {
            signed = HEADERS.containsAll(reader.headers(commit)) ? reader.signature(commit) : Optional.empty();
        } catch (Fault fault) {
            bad.add(bad(agent, commit.hex(), fault));
            return Optional.empty();
        }
        if (signed.isEmpty()) {
            bad.add(bad(agent, commit, 0, "record.not-signed"));
            return Optional.empty();
        }
        Optional<PublicKey> key = verified.contains(commit, agent)
                ? SshSignature.claimedKey(signed.get().signature())
                : SshSignature.signer(signed.get().signature(), SshSignature.GIT, signed.get().payload());
        if (key.isEmpty()) {
            bad.add(bad(agent, commit, 0, "record.bad-signature"));
        } else if (!key.get().agent().equals(agent)) {
            bad.add(bad(agent, commit, 0, "record.other-key", key.get().agent()));
            return Optional.empty();
        } else {
            verified.add(commit, agent);
        }
        return key;
    }

    /// @return what is attached to it
    private Set<ContentId> pack(CommitReader reader, AgentId agent, CommitId commit, List<Entry> entries,
            Set<ContentId> seen,
            List<BadEntry> bad) {
        byte[] pack;
        Set<ContentId> attached;
        try {
            Optional<Set<ContentId>> more = Attachments.of(reader, commit);
            Optional<byte[]> file = more.isPresent()
                    ? reader.file(commit, PACK, PACK_LIMIT)
                    : Optional.empty();
            if (file.isEmpty()) {
                bad.add(bad(agent, commit, 0, "record.not-a-pack", PACK));
                return Set.of();
            }
            attached = more.get();
            pack = file.get();
        } catch (Fault fault) {
            bad.add(bad(agent, commit.hex(), fault));
            return Set.of();
        }
        lines(pack, agent, commit, entries, seen, bad);
        return attached;
    }

    private static void lines(byte[] pack, AgentId agent, CommitId commit, List<Entry> entries, Set<ContentId> seen,
            List<BadEntry> bad) {
        int line = 1;
        for (int at = 0; at < pack.length; line++) {
            int end = at;
            while (end < pack.length && pack[end] != '\n') {
                end++;
            }
            if (end == pack.length) {
                bad.add(bad(agent, commit, line, "record.not-canonical"));
                return;
            }
            switch (EntryFormat.read(Arrays.copyOfRange(pack, at, end), agent)) {
                case EntryFormat.Read.Good good -> {
                    if (seen.add(good.entry().id())) {
                        entries.add(good.entry());
                    }
                }
                case EntryFormat.Read.Bad why ->
                    bad.add(new BadEntry(LogName.of(agent), commit.hex() + ":" + line, why.reason()));
            }
            at = end + 1;
        }
    }

    private static BadEntry bad(AgentId agent, String where, Fault fault) {
        var reason = new Problem(Problem.Severity.ERROR, fault.code(), fault.arguments(), null);
        return new BadEntry(LogName.of(agent), where, reason);
    }

    private static BadEntry bad(AgentId agent, CommitId commit, int line, String code, Object... arguments) {
        return new BadEntry(LogName.of(agent), line == 0 ? commit.hex() : commit.hex() + ":" + line,
                Problem.error(null, code, arguments));
    }
}
