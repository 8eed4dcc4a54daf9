package org.commonwright.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.CommitReader;
import org.commonwright.git.GitRepository;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;

/// Reads all logs of a repository. Remembers what it read: the next call reads only what is new. Fit for many threads.
public final class RecordReader {
    private final GitRepository repository;
    private final VerifiedCommits verified;
    private final LogReader logs;
    private final Map<AgentId, LogContent> known = new HashMap<>();
    private Map<String, CommitId> seenTips = Map.of();
    private Optional<RecordView> last = Optional.empty();

    public RecordReader(GitRepository repository, VerifiedCommits verified) {
        this.repository = repository;
        this.verified = verified;
        this.logs = new LogReader(repository, verified);
    }

    /// The union of all logs that are here, checked.
    public synchronized RecordView read() {
        Map<String, CommitId> tips = repository.refs().list(LogName.REFS);
        if (last.isPresent() && tips.equals(seenTips)) {
            return last.get();
        }
        readChanged(tips);
        var entries = new ArrayList<Entry>();
        var bad = new ArrayList<BadEntry>();
        var writers = new HashMap<AgentId, RecordView.Writer>();
        var attached = new HashMap<ContentId, List<CommitId>>();
        tips.forEach((ref, tip) -> {
            String name = ref.substring(LogName.REFS.length());
            Optional<AgentId> agent = LogName.parse(name);
            if (agent.isEmpty()) {
                bad.add(new BadEntry(name, "", Problem.error(null, "record.not-a-log", name)));
                return;
            }
            LogContent log = log(agent.get(), tip);
            entries.addAll(log.entries());
            bad.addAll(log.bad());
            log.attached().forEach((id, commit) -> attached.computeIfAbsent(id, _ -> new ArrayList<>()).add(commit));
            log.writer().ifPresent(writer -> writers.put(agent.get(), writer));
        });
        verified.save();
        var view = new RecordView(CausalOrder.of(entries), writers, bad, attached, tips.size());
        seenTips = tips;
        last = Optional.of(view);
        return view;
    }

    /// As [#read], and what is attached is read and its hashes checked; what does not hold is among the bad.
    public synchronized RecordView verify() {
        RecordView view = read();
        var bad = new ArrayList<>(view.bad());
        try (CommitReader commits = repository.reader()) {
            for (AgentId agent : known.keySet().stream().sorted(Comparator.comparing(LogName::of)).toList()) {
                known.get(agent).attached().forEach((id, commit) -> {
                    try {
                        Attachments.read(commits, commit, id);
                    } catch (Fault fault) {
                        bad.add(new BadEntry(LogName.of(agent), commit.hex(),
                                new Problem(Problem.Severity.ERROR, fault.code(), fault.arguments(), null)));
                    }
                });
            }
        }
        return view.withBad(bad);
    }

    /// Checking signatures takes most of the time, and the logs have nothing to do with each other: all cores read.
    private void readChanged(Map<String, CommitId> tips) {
        var changed = new HashMap<AgentId, CommitId>();
        tips.forEach((ref, tip) -> LogName.parse(ref.substring(LogName.REFS.length()))
                .filter(agent -> known.get(agent) == null || !known.get(agent).tip().equals(tip))
                .ifPresent(agent -> changed.put(agent, tip)));
        List<LogContent> read = changed.entrySet().parallelStream()
                .map(one -> logs.read(one.getKey(), one.getValue(), Optional.ofNullable(known.get(one.getKey()))))
                .toList();
        read.forEach(log -> known.put(log.agent(), log));
    }

    /// One log up to `tip`.
    synchronized LogContent log(AgentId agent, CommitId tip) {
        LogContent log = known.get(agent);
        if (log == null || !log.tip().equals(tip)) {
            log = logs.read(agent, tip, Optional.ofNullable(log));
            known.put(agent, log);
        }
        return log;
    }

    /// The next call reads the log from its beginning: somebody may have mended it.
    synchronized void forget(AgentId agent) {
        known.remove(agent);
        last = Optional.empty();
    }

    /// Whether the agent signed this commit as one of a log: what makes it fit to be the tip of theirs. Whoever signs the commits of
    /// a design with the same key has not signed a log by that.
    List<BadEntry> checkTip(AgentId agent, CommitId tip) {
        var bad = new ArrayList<BadEntry>();
        try (var reader = repository.reader()) {
            if (logs.check(reader, agent, tip, bad).isPresent()
                    && !reader.rootNames(tip).contains(LogReader.PACK.text())) {
                bad.add(new BadEntry(LogName.of(agent), tip.hex(),
                        Problem.error(null, "record.not-a-pack", LogReader.PACK)));
            }
        }
        return bad;
    }
}
