package org.commonwright.fabrication.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;

/// Who won which epochs of which jobs, as the homes' refs tell that were fetched here. A ref's first state never changes, so
/// what was fetched once stays true.
public final class KnownClaims {
    private static final Set<String> DAMAGED = Set.of("git.missing-object", "git.corrupt", "git.remote-failed");

    private final GitRepository local;
    private final Map<String, List<String>> holders = new HashMap<>();

    public KnownClaims(GitRepository local) {
        this.local = local;
    }

    /// The fingerprint of who holds that epoch; empty when no ref of it is here, or nobody had a right to it.
    public Optional<String> holder(String job, int epoch) {
        List<String> known = holders.computeIfAbsent(job, this::read);
        return epoch >= 1 && epoch <= known.size() ? Optional.of(known.get(epoch - 1)) : Optional.empty();
    }

    private List<String> read(String job) {
        var known = new ArrayList<String>();
        ClaimChain.Epoch before = null;
        try {
            for (var epoch : ClaimRefs.epochs(job, local.refs().list(ClaimRefs.of(job))).entrySet()) {
                ClaimChain.Epoch next = ClaimChain.read(local, job, epoch.getKey(), epoch.getValue());
                if (before != null && !before.makesWayFor(next)) {
                    break;
                }
                known.add(next.claim().holder().fingerprint());
                before = next;
            }
        } catch (Fault fault) {
            if (!fault.code().equals("fabrication.claim-bad") && !DAMAGED.contains(fault.code())) {
                throw fault;
            }
            // What comes before stays; who asks for more is told when the home is asked.
        }
        return known;
    }

    /// What a home said.
    ///
    /// @param unreadable jobs whose claims there are damaged, and how
    public record Answer(Map<String, Fault> unreadable) {}

    /// Fetches all claims on these jobs from their home.
    ///
    /// @throws Fault when the home cannot be reached
    public Answer ask(String home, Set<String> jobs, Progress progress) {
        Map<String, CommitId> there = local.remotes().refs(home, ClaimRefs.PREFIX);
        var wanted = new TreeMap<String, List<String>>();
        for (String job : jobs) {
            holders.remove(job);
            ClaimRefs.epochs(job, there).keySet().forEach(epoch -> {
                String ref = ClaimRefs.of(job, epoch);
                if (!local.refs().get(ref).equals(Optional.of(there.get(ref)))) {
                    wanted.computeIfAbsent(job, _ -> new ArrayList<>()).add("+" + ref + ":" + ref);
                }
            });
        }
        var unreadable = new HashMap<String, Fault>();
        try {
            fetch(home, wanted.values().stream().flatMap(List::stream).toList(), progress);
        } catch (Fault fault) {
            if (!DAMAGED.contains(fault.code())) {
                throw fault;
            }
            // One that is damaged there must not hide the others.
            wanted.forEach((job, refs) -> fetchOne(home, job, refs, unreadable, progress));
        }
        return new Answer(unreadable);
    }

    private void fetchOne(String home, String job, List<String> refs, Map<String, Fault> unreadable,
            Progress progress) {
        try {
            fetch(home, refs, progress);
        } catch (Fault fault) {
            if (!DAMAGED.contains(fault.code())) {
                throw fault;
            }
            unreadable.put(job, new Fault(fault, "fabrication.claim-unreadable", job.substring(0, 8), home,
                    new Messages.Key(fault.code(), fault.arguments())));
        }
    }

    private void fetch(String home, List<String> refs, Progress progress) {
        if (!refs.isEmpty()) {
            local.remotes().fetch(home, refs, progress);
        }
    }
}
