package org.commonwright.fabrication.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// What the records of one job add up to. The same set of records gives the same job in whatever order they arrived:
/// everything is sorted by epoch and run number, never by arrival or by clock. The clock decides one thing only: whether
/// the lease of a claim without a run is over.
final class JobReducer {
    private static final int MOST_RIVALS = 16;
    private static final int MOST_RUNS = 100_000;

    private final JobSpec spec;
    private final String entry;
    /// By epoch: who claims to have won it. More than one means that a record lies, and only the home's ref tells which; until
    /// the home was asked nobody's runs under that epoch count.
    private final Map<Integer, Map<String, ClaimRecord>> claims = new TreeMap<>();
    private final Map<Integer, Set<String>> releases = new TreeMap<>();
    private final Map<RunKey, RunStarted> starts = new TreeMap<>();
    private final Map<RunKey, RunEnded> ends = new TreeMap<>();

    /// A run is named by who ran it under which epoch, and its number.
    private record RunKey(int epoch, int run, String author) implements Comparable<RunKey> {
        private static final Comparator<RunKey> ORDER = Comparator.comparingInt(RunKey::epoch)
                .thenComparingInt(RunKey::run).thenComparing(RunKey::author);

        @Override
        public int compareTo(RunKey other) {
            return ORDER.compare(this, other);
        }
    }

    JobReducer(JobSpec spec, String entry) {
        this.spec = spec;
        this.entry = entry;
    }

    /// @throws Fault `fabrication.record-too-many`
    void claimed(String author, ClaimRecord claim) {
        Map<String, ClaimRecord> rivals = claims.getOrDefault(claim.epoch(), Map.of());
        if (!rivals.containsKey(author) && rivals.size() >= MOST_RIVALS) {
            throw new Fault("fabrication.record-too-many", claim.job(), MOST_RIVALS);
        }
        claims.computeIfAbsent(claim.epoch(), _ -> new TreeMap<>()).merge(author, claim,
                (a, b) -> a.leaseUntil().isAfter(b.leaseUntil()) ? a : b);
    }

    void released(String author, ReleaseRecord release) {
        releases.computeIfAbsent(release.epoch(), _ -> new HashSet<>()).add(author);
    }

    /// @throws Fault `fabrication.record-too-many`
    void started(String author, RunStarted start) {
        if (starts.size() >= MOST_RUNS) {
            throw new Fault("fabrication.record-too-many", start.job(), MOST_RUNS);
        }
        starts.merge(new RunKey(start.epoch(), start.run(), author), start,
                (a, b) -> a.toBody().toString().compareTo(b.toBody().toString()) <= 0 ? a : b);
    }

    void ended(String author, RunEnded end) {
        ends.merge(new RunKey(end.epoch(), end.run(), author), end, JobReducer::weightier);
    }

    private static RunEnded weightier(RunEnded a, RunEnded b) {
        int order = a.outcome().compareTo(b.outcome());
        return order > 0 || order == 0 && a.toBody().toString().compareTo(b.toBody().toString()) <= 0 ? a : b;
    }

    Job reduce(Instant now) {
        int epoch = 0;
        while (claims.containsKey(epoch + 1)) {
            // Epochs have no gaps: a claim beyond one waits for the records in between, or is a lie.
            epoch++;
        }
        Map<String, ClaimRecord> winners = claims.getOrDefault(epoch, Map.of());
        boolean one = winners.size() == 1;
        String claimant = one ? winners.keySet().iterator().next() : "";
        ClaimRecord claim = one ? winners.values().iterator().next() : null;
        List<Run> runs = runs();
        long made = runs.stream().filter(Run::completed).count();
        Standing standing = standing(epoch, claim, claimant, runs, made, now);
        return new Job(spec, entry, standing.status(), standing.reason(), epoch, claim, claimant, made, runs);
    }

    /// A status with its reason.
    private record Standing(JobStatus status, Messages.Key reason) {
        static Standing of(JobStatus status, String key, Object... arguments) {
            return new Standing(status, Messages.Key.of(key, arguments));
        }
    }

    private Standing standing(int epoch, @Nullable ClaimRecord claim, String claimant, List<Run> runs, long made,
            Instant now) {
        if (made >= spec.quantity()) {
            return Standing.of(JobStatus.DONE, "fabrication.job-done", made);
        }
        for (Run run : runs) {
            if (run.start().epoch() < epoch && run.end() == null) {
                return Standing.of(JobStatus.UNKNOWN, "fabrication.job-run-left", run.start().epoch(),
                        run.start().machine());
            }
        }
        if (claims.getOrDefault(epoch, Map.of()).size() > 1) {
            return Standing.of(JobStatus.CLAIMED, "fabrication.job-two-claims", epoch);
        }
        if (claim == null) {
            return Standing.of(JobStatus.OPEN, "fabrication.job-open");
        }
        List<Run> current = runs.stream().filter(r -> r.start().epoch() == epoch).toList();
        if (current.stream().anyMatch(r -> r.end() == null)) {
            return Standing.of(JobStatus.RUNNING, "fabrication.job-running", claim.workshop(),
                    current.getLast().start().machine());
        }
        if (releases.getOrDefault(epoch, Set.of()).contains(claimant)) {
            return Standing.of(JobStatus.OPEN, "fabrication.job-given-back", claim.workshop());
        }
        if (current.isEmpty()) {
            return claim.leaseUntil().isAfter(now)
                    ? Standing.of(JobStatus.CLAIMED, "fabrication.job-claimed", claim.workshop(),
                            claim.leaseUntil())
                    : Standing.of(JobStatus.OPEN, "fabrication.job-lease-over", claim.workshop());
        }
        return afterRun(claim, current.getLast(), made);
    }

    private Standing afterRun(ClaimRecord claim, Run last, long made) {
        RunEnded end = last.end();
        Outcome outcome = end == null ? Outcome.FAILED : end.outcome();
        return switch (outcome) {
            case COMPLETED -> Standing.of(JobStatus.CLAIMED, "fabrication.job-more-pieces", claim.workshop(), made,
                    spec.quantity());
            case SCRAP -> Standing.of(JobStatus.SCRAP, "fabrication.job-scrap", end == null ? "" : end.reason());
            case FAILED -> end != null && end.sent() == 0
                    ? Standing.of(JobStatus.CLAIMED, "fabrication.job-not-begun", end.reason())
                    : Standing.of(JobStatus.UNKNOWN, "fabrication.job-failed", end == null ? "" : end.reason());
        };
    }

    /// Runs by their claim's holder, each with its end. Whoever planned the job may declare a piece scrap too.
    private List<Run> runs() {
        var runs = new ArrayList<Run>();
        starts.forEach((key, start) -> {
            if (claims.getOrDefault(key.epoch(), Map.of()).keySet().equals(Set.of(key.author()))) {
                RunEnded end = ends.get(key);
                RunEnded byPlanner = ends.get(new RunKey(key.epoch(), key.run(), spec.by()));
                if (byPlanner != null && byPlanner.outcome() == Outcome.SCRAP) {
                    end = end == null ? byPlanner : weightier(end, byPlanner);
                }
                runs.add(new Run(start, end));
            }
        });
        return runs;
    }
}
