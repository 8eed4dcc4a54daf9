package org.commonwright.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.PushOutcome;
import org.commonwright.git.PushUpdate;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;

/// One synchronisation with one remote. What it offers is fetched aside first and looked at: a log moves forward only, and
/// only to a commit that its own key signed.
final class RecordSync {
    private static final String QUARANTINE = "refs/commonwright/quarantine/";
    private static final int TRIES = 8;
    private static final Set<String> DAMAGED = Set.of("git.missing-object", "git.corrupt", "git.remote-failed");
    private static final Duration LEFT_AFTER = Duration.ofDays(1);

    private final RecordStore store;
    private final RecordReader reader;
    private final GitRepository repository;
    private final List<BadEntry> refused = new ArrayList<>();
    private final Set<AgentId> unreadable = new HashSet<>();
    /// Where this device's own log stands on the remote, when its key did not sign that: whoever keeps the remote let somebody overwrite it.
    private Optional<BadEntry> overwritten = Optional.empty();
    private int received;

    RecordSync(RecordStore store, RecordReader reader) {
        this.store = store;
        this.reader = reader;
        this.repository = store.repository();
    }

    SyncReport run(String remote, boolean all, Progress progress) {
        forgetCrashed();
        int pushed = 0;
        for (int i = 0; i < TRIES; i++) {
            refused.clear();
            overwritten = Optional.empty();
            Map<AgentId, CommitId> there = take(remote, progress);
            List<PushUpdate> updates = updates(there, all);
            List<PushOutcome> outcomes = repository.remotes().push(remote, updates, progress);
            pushed += (int) outcomes.stream().filter(PushOutcome::isOk).count();
            reject(remote, outcomes);
            sayPutBack(outcomes);
            if (outcomes.stream().noneMatch(o -> o.result() == PushOutcome.Result.LOST_RACE)) {
                return new SyncReport(received, pushed, List.copyOf(refused));
            }
        }
        throw new Fault("record.push-lost", remote);
    }

    SyncReport onlyTake(String remote, Progress progress) {
        forgetCrashed();
        take(remote, progress);
        return new SyncReport(received, 0, List.copyOf(refused));
    }

    /// What a synchronisation that never ended left aside; one that still runs is younger.
    private void forgetCrashed() {
        long old = store.now().minus(LEFT_AFTER).toEpochMilli();
        repository.refs().list(QUARANTINE).forEach((ref, tip) -> {
            String begun = ref.substring(QUARANTINE.length()).split("-", 2)[0];
            if (!begun.matches("[0-9]{1,15}") || Long.parseLong(begun) < old) {
                repository.refs().delete(ref, tip);
            }
        });
    }

    /// A host that refuses our log is said; one that refuses somebody else's is their affair.
    private void reject(String remote, List<PushOutcome> outcomes) {
        for (PushOutcome outcome : outcomes) {
            boolean rejected = outcome.result() == PushOutcome.Result.REJECTED;
            if (rejected && outcome.remoteRef().equals(LogName.ref(store.agent()))) {
                throw new Fault("record.push-rejected", remote, outcome.message());
            }
            if (rejected) {
                refused.add(new BadEntry(outcome.remoteRef().substring(LogName.REFS.length()), "",
                        Problem.warning(null, "record.push-rejected", remote, outcome.message())));
            }
        }
    }

    private void sayPutBack(List<PushOutcome> outcomes) {
        String own = LogName.ref(store.agent());
        overwritten.filter(_ -> outcomes.stream().anyMatch(o -> o.isOk() && o.remoteRef().equals(own)))
                .ifPresent(bad -> refused.add(new BadEntry(bad.log(), bad.entry(),
                        Problem.warning(null, "record.put-back"))));
    }

    /// @return where the remote's logs are
    private Map<AgentId, CommitId> take(String remote, Progress progress) {
        String aside = QUARANTINE + store.now().toEpochMilli() + "-" + UUID.randomUUID() + "/";
        var there = new HashMap<AgentId, CommitId>();
        repository.refs().mayDelete();
        try {
            fetch(remote, aside, progress);
            repository.refs().list(aside).forEach((ref, tip) -> {
                String name = ref.substring(aside.length());
                Optional<AgentId> agent = LogName.parse(name);
                if (agent.isEmpty()) {
                    refused.add(new BadEntry(name, "", Problem.error(null, "record.not-a-log", name)));
                } else {
                    there.put(agent.get(), tip);
                    take(agent.get(), tip);
                }
            });
        } finally {
            repository.refs().list(aside).forEach((ref, tip) -> repository.refs().delete(ref, tip));
        }
        return there;
    }

    /// All logs at once; where one of them is damaged there, each by itself, so that it holds up no other.
    private void fetch(String remote, String aside, Progress progress) {
        try {
            repository.remotes().fetch(remote, List.of("+" + LogName.REFS + "*:" + aside + "*"), progress);
        } catch (Fault fault) {
            if (!DAMAGED.contains(fault.code())) {
                throw fault;
            }
            repository.remotes().refs(remote, LogName.REFS)
                    .forEach((ref, tip) -> fetchOne(remote, ref, tip, aside, progress));
        }
    }

    private void fetchOne(String remote, String ref, CommitId tip, String aside, Progress progress) {
        String name = ref.substring(LogName.REFS.length());
        if (repository.refs().get(ref).equals(Optional.of(tip))) {
            repository.refs().update(aside + name, Optional.empty(), tip);
            return;
        }
        try {
            repository.remotes().fetch(remote, List.of("+" + ref + ":" + aside + name), progress);
        } catch (Fault fault) {
            if (!DAMAGED.contains(fault.code())) {
                throw fault;
            }
            LogName.parse(name).ifPresent(unreadable::add);
            refused.add(new BadEntry(name, tip.hex(),
                    new Problem(Problem.Severity.ERROR, fault.code(), fault.arguments(), null)));
        }
    }

    private void take(AgentId agent, CommitId theirs) {
        String ref = LogName.ref(agent);
        Optional<CommitId> ours = repository.refs().get(ref);
        if (ours.isPresent() && (ours.get().equals(theirs) || isAncestor(theirs, ours.get()))) {
            return;
        }
        List<BadEntry> bad = reader.checkTip(agent, theirs);
        if (!bad.isEmpty()) {
            refused.addAll(bad);
            ours.filter(_ -> agent.equals(store.agent())).ifPresent(tip -> {
                overwritten = Optional.of(bad.getFirst());
                new LogGate(repository, reader).newestGood(agent, theirs, Optional.empty())
                        .filter(good -> !isAncestor(good, tip))
                        .ifPresent(good -> keep(ref, tip, good));
            });
        } else if (ours.isEmpty() || isAncestor(ours.get(), theirs)) {
            received += repository.refs().update(ref, ours, theirs) ? 1 : 0;
        } else if (agent.equals(store.agent())) {
            join(ref, ours.get(), theirs);
        } else {
            refused.add(new BadEntry(LogName.of(agent), theirs.hex(),
                    Problem.error(null, "record.log-rewritten", ours.get().abbreviated(), theirs.abbreviated())));
        }
    }

    /// What another copy of ours brought to the remote, below what overwrote it.
    private void keep(String ref, CommitId ours, CommitId good) {
        if (isAncestor(ours, good)) {
            received += repository.refs().update(ref, Optional.of(ours), good) ? 1 : 0;
        } else {
            join(ref, ours, good);
        }
    }

    /// We wrote our log in two places, as in two clones: an empty pack with both as parents makes it one again.
    private void join(String ref, CommitId ours, CommitId theirs) {
        CommitDraft draft = store.draft("record: join\n").parent(ours).parent(theirs).put(LogReader.PACK, new byte[0]);
        CommitId joined = repository.commits().write(draft);
        received += repository.refs().update(ref, Optional.of(ours), joined) ? 1 : 0;
    }

    private List<PushUpdate> updates(Map<AgentId, CommitId> there, boolean all) {
        var updates = new ArrayList<PushUpdate>();
        repository.refs().list(LogName.REFS).forEach((ref, ours) -> {
            Optional<AgentId> agent = LogName.parse(ref.substring(LogName.REFS.length()));
            if (agent.isEmpty() || !all && !agent.get().equals(store.agent())) {
                return;
            }
            if (unreadable.contains(agent.get())) {
                // Whoever keeps the remote has to mend it first.
                return;
            }
            Optional<CommitId> theirs = Optional.ofNullable(there.get(agent.get()));
            boolean ahead = theirs.isEmpty() || !theirs.get().equals(ours) && isAncestor(theirs.get(), ours);
            boolean putBack = overwritten.isPresent() && agent.get().equals(store.agent());
            if (ahead || putBack) {
                updates.add(new PushUpdate(ours, ref, theirs, putBack));
            }
        });
        return updates;
    }

    private boolean isAncestor(CommitId a, CommitId b) {
        return repository.history().isAncestor(a, b);
    }
}
