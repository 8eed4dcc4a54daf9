package org.commonwright.record;

import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;

/// Whether a host takes what somebody pushes as a log of records: only under a key's name, only what that key signed, and only
/// more than was there. What stands under such a name and is not the key's, as on a host that had no gate before, gives way.
public final class LogGate {
    private static final int MOST_STEPS = 10_000;

    private final GitRepository repository;
    private final RecordReader reader;
    private final int mostSteps;

    public LogGate(GitRepository repository, VerifiedCommits verified) {
        this(repository, new RecordReader(repository, verified), MOST_STEPS);
    }

    LogGate(GitRepository repository, RecordReader reader) {
        this(repository, reader, MOST_STEPS);
    }

    LogGate(GitRepository repository, RecordReader reader, int mostSteps) {
        this.repository = repository;
        this.reader = reader;
        this.mostSteps = mostSteps;
    }

    /// Whether a ref is a log's, or stands where logs stand, in any capitals: one of the folder's own name, too, would leave no
    /// room for any log.
    public static boolean guards(String ref) {
        return (ref + "/").regionMatches(true, 0, LogName.REFS, 0, LogName.REFS.length());
    }

    /// @param ref its full name
    /// @param from where it is; empty when it is not there yet
    /// @param to where it is to go; empty when it is to be deleted
    /// @throws Fault `record.gate-log-name`, `record.gate-log-key`, `record.gate-log`
    public void check(String ref, Optional<CommitId> from, Optional<CommitId> to) {
        Optional<AgentId> agent = RecordStore.logOf(ref);
        if (agent.isEmpty()) {
            // Others may take away what nobody should have put there; where a disk folds capitals it may be another's log.
            if (to.isPresent() || !repository.refs().list(LogName.ABOVE).containsKey(ref)) {
                throw new Fault("record.gate-log-name", ref);
            }
            return;
        }
        to.filter(tip -> !holds(agent.get(), tip)).ifPresent(tip -> {
            throw new Fault("record.gate-log-key", ref, tip.abbreviated(), agent.get());
        });
        Optional<CommitId> kept = from.flatMap(tip -> newestGood(agent.get(), tip, Optional.of(tip)));
        if (kept.isPresent() && to.filter(tip -> repository.history().isAncestor(kept.get(), tip)).isEmpty()) {
            throw new Fault("record.gate-log", ref, to.map(CommitId::abbreviated).orElse("–"));
        }
    }

    private boolean holds(AgentId agent, CommitId tip) {
        return reader.checkTip(agent, tip).isEmpty();
    }

    /// The last commit in a line of first parents that is the key's own log; empty when none is.
    ///
    /// @param unsure the answer where so much was put on top that nobody looks through it. A host keeps all of it; whoever
    ///        takes a log from a host takes none, since what the key did not sign is not the key's
    Optional<CommitId> newestGood(AgentId agent, CommitId tip, Optional<CommitId> unsure) {
        CommitId at = tip;
        for (int i = 0; i < mostSteps; i++) {
            if (holds(agent, at)) {
                return Optional.of(at);
            }
            Optional<CommitId> parent = parent(at);
            if (parent.isEmpty()) {
                return parent;
            }
            at = parent.get();
        }
        return unsure;
    }

    /// Nothing is kept of a history that ends in objects that are not here.
    private Optional<CommitId> parent(CommitId commit) {
        try {
            List<CommitId> parents = repository.history().commit(commit).parents();
            return parents.stream().findFirst();
        } catch (Fault fault) {
            if (List.of("git.missing-object", "git.corrupt").contains(fault.code())) {
                return Optional.empty();
            }
            throw fault;
        }
    }
}
