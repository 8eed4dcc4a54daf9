package org.commonwright.fabrication.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.commonwright.error.Candidates;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;

/// All orders and jobs that a set of records knows of. A record that cannot be read, or that its author had no right to
/// make, is set aside with its reason and stops nothing.
///
/// @param orders by id
/// @param jobs by order and part
/// @param setAside records that do not count
public record JobBook(Map<String, OrderRecord> orders, List<Job> jobs, List<SetAside> setAside) {
    /// A record that does not count, and why.
    public record SetAside(String entry, Messages.Key reason) {}

    public JobBook {
        orders = Map.copyOf(orders);
        jobs = List.copyOf(jobs);
        setAside = List.copyOf(setAside);
    }

    /// @param now decides only whether a claim's lease is over
    public static JobBook of(Collection<Fact> facts, Instant now) {
        return of(facts, now, ClaimProof.NOTHING_KNOWN);
    }

    /// @param proof tells which records of claims are true
    public static JobBook of(Collection<Fact> facts, Instant now, ClaimProof proof) {
        return new Reading(facts, proof).book(now);
    }

    /// The job whose id begins with `prefix`.
    ///
    /// @throws Fault `fabrication.job-missing`, `fabrication.job-ambiguous`
    public Job job(String prefix) {
        List<Job> found = jobs.stream().filter(j -> j.id().startsWith(prefix)).toList();
        if (prefix.isEmpty() || found.isEmpty()) {
            throw new Fault("fabrication.job-missing", prefix);
        }
        if (found.size() > 1) {
            throw new Fault("fabrication.job-ambiguous", prefix, found.size(),
                    Candidates.of(found.stream().map(Job::id).toList()));
        }
        return found.getFirst();
    }

    /// One pass for each kind, so that nothing depends on the order of the facts.
    private static final class Reading {
        private final Collection<Fact> facts;
        private final ClaimProof proof;
        private final Map<String, OrderRecord> orders = new HashMap<>();
        private final Map<String, JobReducer> jobs = new TreeMap<>();
        private final List<SetAside> setAside = new ArrayList<>();

        Reading(Collection<Fact> facts, ClaimProof proof) {
            this.proof = proof;
            this.facts = facts.stream().sorted(Comparator.comparing(Fact::id)).toList();
        }

        JobBook book(Instant now) {
            each(OrderRecord.KIND, this::order);
            each(JobSpec.KIND, this::job);
            each(ClaimRecord.KIND, f -> {
                ClaimRecord claim = ClaimRecord.of(f.body());
                JobReducer job = reducer(claim.job());
                if (proof.of(f, claim) == ClaimProof.Verdict.NOT_WON) {
                    throw new Fault("fabrication.claim-not-won", claim.job(), claim.epoch());
                }
                job.claimed(f.author(), claim);
            });
            each(ReleaseRecord.KIND, f -> {
                ReleaseRecord release = ReleaseRecord.of(f.body());
                reducer(release.job()).released(f.author(), release);
            });
            each(RunStarted.KIND, f -> {
                RunStarted start = RunStarted.of(f.body());
                reducer(start.job()).started(f.author(), start);
            });
            each(RunEnded.KIND, f -> {
                RunEnded end = RunEnded.of(f.body());
                reducer(end.job()).ended(f.author(), end);
            });
            List<Job> reduced = jobs.values().stream().map(j -> j.reduce(now))
                    .sorted(Comparator.comparing((Job j) -> j.spec().order())
                            .thenComparing(j -> j.spec().module()).thenComparing(j -> j.spec().part())
                            .thenComparing(Job::id))
                    .toList();
            return new JobBook(orders, reduced, setAside);
        }

        private void order(Fact fact) {
            OrderRecord order = OrderRecord.of(fact.body());
            if (!order.by().equals(fact.author())) {
                throw new Fault("fabrication.record-other-author", order.by());
            }
            orders.put(order.id(), order);
        }

        private void job(Fact fact) {
            JobSpec spec = JobSpec.of(fact.body());
            if (!spec.by().equals(fact.author())) {
                throw new Fault("fabrication.record-other-author", spec.by());
            }
            OrderRecord order = orders.get(spec.order());
            if (order == null || !order.by().equals(spec.by())) {
                throw new Fault("fabrication.job-not-ordered", spec.order());
            }
            jobs.putIfAbsent(spec.id(), new JobReducer(spec, fact.id()));
        }

        private JobReducer reducer(String job) {
            JobReducer reducer = jobs.get(job);
            if (reducer == null) {
                throw new Fault("fabrication.job-missing", job);
            }
            return reducer;
        }

        private void each(String kind, Consumer<Fact> read) {
            for (Fact fact : facts) {
                if (fact.kind().equals(kind)) {
                    try {
                        read.accept(fact);
                    } catch (Fault fault) {
                        setAside.add(new SetAside(fact.id(), new Messages.Key(fault.code(), fault.arguments())));
                    }
                }
            }
        }
    }
}
