package org.commonwright.fabrication.exchange;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.PushOutcome;
import org.commonwright.git.PushUpdate;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.record.Identity;
import org.commonwright.task.Progress;

/// The exchange that needs nothing but a Git repository which all can push to: claims are its refs. Each epoch of a job is one ref at the order's home; its commits are the claim's
/// states, each the child of the one before. Creating the ref and moving it are compare-and-set pushes: the home's Git
/// decides who was first, and nobody needs a common clock.
public final class GitExchange implements Exchange {
    private static final int TRIES = 8;
    private static final Set<String> DAMAGED = Set.of("git.missing-object", "git.corrupt");
    private static final Set<String> AWAY = Set.of("git.remote-missing", "git.remote-failed",
            "git.remote-credentials");

    private final GitRepository local;
    private final String home;
    private final Identity identity;
    private final InstantSource clock;

    /// @param local a clone that keeps what it fetches of claims
    /// @param home URL of the orders' home repository; may be a folder
    /// @param identity signs this device's claims
    public GitExchange(GitRepository local, String home, Identity identity, InstantSource clock) {
        this.local = local;
        this.home = home;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public Claim claim(String job, Claimant who, Duration lease) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Claim> now = current(job);
            if (now.isPresent() && now.get().heldBy(who.fingerprint()) && !now.get().free(clock.instant())) {
                return now.get();
            }
            int epoch = now.map(Claim::epoch).orElse(0) + 1;
            if (now.isPresent() && !makeWay(now.get())) {
                continue;
            }
            var wanted = new Claim(job, epoch, who, ClaimState.CLAIMED, clock.instant().plus(lease), "");
            Optional<Claim> won = push(wanted, Optional.empty(), "");
            if (won.isPresent()) {
                return won.get();
            }
            current(job).filter(c -> !c.free(clock.instant())).ifPresent(winner -> {
                throw lost(winner);
            });
        }
        throw new Fault("fabrication.claim-busy", abbreviated(job), home);
    }

    @Override
    public Optional<Claim> current(String job) {
        Map<String, CommitId> refs = reach(() -> local.remotes().refs(home, ClaimRefs.of(job)));
        TreeMap<Integer, CommitId> epochs = ClaimRefs.epochs(job, refs);
        if (epochs.isEmpty()) {
            return Optional.empty();
        }
        // Another program of ours may hold a local ref's lock: the commits that were seen are read by their own names.
        reach(() -> local.remotes().fetch(home, List.of("+" + ClaimRefs.of(job) + "*:" + ClaimRefs.of(job) + "*"),
                Progress.NONE), job, epochs.lastKey());
        ClaimChain.Epoch current = null;
        for (Map.Entry<Integer, CommitId> epoch : epochs.entrySet()) {
            if (current != null && !current.claim().state().over()) {
                break;
            }
            ClaimChain.Epoch next = ClaimChain.read(local, job, epoch.getKey(), epoch.getValue());
            if (current != null && !current.makesWayFor(next)) {
                // Nobody had the right to make the claim after it.
                break;
            }
            current = next;
        }
        return Optional.ofNullable(current).map(ClaimChain.Epoch::claim);
    }

    private static String abbreviated(String job) {
        return job.substring(0, Math.min(8, job.length()));
    }

    @Override
    public Claim start(Claim claim) {
        return claim.state() == ClaimState.STARTED ? claim : move(claim, ClaimState.STARTED, "");
    }

    @Override
    public Claim release(Claim claim, String reason) {
        return move(claim, ClaimState.RELEASED, reason);
    }

    /// Moves a claim on, if it still is as the caller saw it.
    private Claim move(Claim claim, ClaimState to, String reason) {
        var wanted = new Claim(claim.job(), claim.epoch(), claim.holder(), to, claim.leaseUntil(), "");
        return push(wanted, Optional.of(new CommitId(claim.version())), reason).orElseThrow(() -> {
            String who = current(claim.job()).map(c -> c.holder().workshop()).orElse("?");
            return new Fault("fabrication.claim-taken", abbreviated(claim.job()), claim.epoch(), who);
        });
    }

    /// Before the next epoch, the present one must be over; true when it is.
    private boolean makeWay(Claim claim) {
        boolean early = claim.state() == ClaimState.EXPIRED && claim.leaseUntil().isAfter(clock.instant())
                && !claim.holder().fingerprint().equals(identity.agent().fingerprint());
        if (early) {
            // Somebody says that the lease is over, and it is not.
            throw lost(claim);
        }
        if (claim.state().over()) {
            return true;
        }
        if (!claim.free(clock.instant())) {
            throw lost(claim);
        }
        var expired = new Claim(claim.job(), claim.epoch(), claim.holder(), ClaimState.EXPIRED, claim.leaseUntil(), "");
        return push(expired, Optional.of(new CommitId(claim.version())), "").isPresent();
    }

    private static Fault lost(Claim winner) {
        return winner.state() == ClaimState.STARTED
                ? new Fault("fabrication.claim-running", abbreviated(winner.job()), winner.holder().workshop())
                : new Fault("fabrication.claim-lost", abbreviated(winner.job()), winner.holder().workshop(),
                        winner.leaseUntil());
    }

    /// @return the claim as it is at the home now; empty when somebody else was first
    private Optional<Claim> push(Claim wanted, Optional<CommitId> expected, String reason) {
        var draft = new CommitDraft(identity.person(), clock.instant(),
                wanted.state().token() + " " + wanted.job() + "/" + wanted.epoch()).signedBy(identity.signer());
        expected.ifPresent(draft::parent);
        draft.put(ClaimChain.FILE, ClaimJson.write(wanted, UUID.randomUUID().toString(), reason));
        CommitId commit = local.commits().write(draft);
        var update = new PushUpdate(commit, ClaimRefs.of(wanted.job(), wanted.epoch()), expected);
        PushOutcome outcome = reach(() -> local.remotes().push(home, List.of(update), Progress.NONE)).getFirst();
        return switch (outcome.result()) {
            case OK, ALREADY_THERE -> Optional.of(new Claim(wanted.job(), wanted.epoch(), wanted.holder(),
                    wanted.state(), wanted.leaseUntil(), commit.hex()));
            case LOST_RACE -> Optional.empty();
            case REJECTED -> throw new Fault("fabrication.home-refuses", home, outcome.message());
        };
    }

    /// What is damaged at the home concerns this one job.
    private void reach(Supplier<?> call, String job, int epoch) {
        try {
            reach(call);
        } catch (Fault fault) {
            if (DAMAGED.contains(fault.code())) {
                throw new Fault(fault, "fabrication.claim-bad", abbreviated(job), epoch);
            }
            throw fault;
        }
    }

    private <T> T reach(Supplier<T> call) {
        try {
            return call.get();
        } catch (Fault fault) {
            if (AWAY.contains(fault.code())) {
                throw new Fault(fault, "fabrication.home-away", home, new Messages.Key(
                        fault.code(), fault.arguments()));
            }
            throw fault;
        }
    }
}
