package org.commonwright.fabrication.exchange;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.CommitReader;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.SshSignature;

/// The states of one epoch's claim, from the first to the last. A state that nobody had the right to enter is passed over: only
/// the holder starts and gives back, and a lease is over when the commit that says so is no older than its end. All of this
/// follows from what is in the commits, so whoever reads them comes to the same claim, whatever their clock says.
final class ClaimChain {
    static final RepoPath FILE = new RepoPath("claim.json");

    private static final long LIMIT = 1 << 16;
    private static final int LONGEST = 256;

    /// A claim, and when its holder says to have made it.
    record Epoch(Claim claim, Instant claimed) {
        /// Whether the claim of the epoch after it counts: the claim is over, and nobody but its holder took over before its
        /// lease was.
        boolean makesWayFor(Epoch next) {
            return switch (claim.state()) {
                case CLAIMED, STARTED -> false;
                case RELEASED -> true;
                case EXPIRED -> next.claim.holder().fingerprint().equals(claim.holder().fingerprint())
                        || !next.claimed.isBefore(claim.leaseUntil());
            };
        }
    }

    private final String job;
    private final int epoch;

    private ClaimChain(String job, int epoch) {
        this.job = job;
        this.epoch = epoch;
    }

    /// @param tip where the ref points
    /// @throws Fault `fabrication.claim-bad` when the first state is no claim that its holder signed, or there are too many
    static Epoch read(GitRepository repository, String job, int epoch, CommitId tip) {
        return new ClaimChain(job, epoch).read(repository, tip);
    }

    private Epoch read(GitRepository repository, CommitId tip) {
        Deque<CommitInfo> states = new ArrayDeque<>();
        for (Optional<CommitId> at = Optional.of(tip); at.isPresent();) {
            if (states.size() == LONGEST) {
                throw bad();
            }
            CommitInfo state = repository.history().commit(at.get());
            states.push(state);
            at = state.parents().stream().findFirst();
        }
        try (CommitReader reader = repository.reader()) {
            CommitInfo first = states.pop();
            Claim claim = claim(reader, first, tip).filter(c -> c.state() == ClaimState.CLAIMED)
                    .filter(c -> signer(reader, first).equals(Optional.of(c.holder().fingerprint())))
                    .orElseThrow(this::bad);
            for (CommitInfo state : states) {
                claim = next(reader, claim, state, tip);
            }
            return new Epoch(claim, first.committed());
        }
    }

    private Claim next(CommitReader reader, Claim before, CommitInfo state, CommitId tip) {
        Optional<Claim> said = claim(reader, state, tip).filter(c -> c.holder().equals(before.holder()))
                .filter(c -> c.leaseUntil().equals(before.leaseUntil()));
        Optional<String> signer = signer(reader, state);
        if (said.isEmpty() || signer.isEmpty()) {
            return before;
        }
        boolean byHolder = signer.get().equals(before.holder().fingerprint());
        boolean may = switch (said.get().state()) {
            case CLAIMED -> false;
            case STARTED -> byHolder && before.state() == ClaimState.CLAIMED;
            case RELEASED -> byHolder && !before.state().over();
            case EXPIRED ->
                before.state() == ClaimState.CLAIMED && !state.committed().isBefore(before.leaseUntil());
        };
        return may ? said.get() : before;
    }

    private Optional<Claim> claim(CommitReader reader, CommitInfo state, CommitId tip) {
        try {
            return reader.file(state.id(), FILE, LIMIT).map(bytes -> ClaimJson.read(bytes, job, epoch, tip.hex()));
        } catch (Fault fault) {
            // A file that is longer than any claim, or says something else, is none.
            if (fault.code().equals("files.too-large") || fault.code().equals("fabrication.claim-bad")) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private static Optional<String> signer(CommitReader reader, CommitInfo state) {
        return reader.signature(state.id())
                .flatMap(s -> SshSignature.signer(s.signature(), SshSignature.GIT, s.payload()))
                .map(key -> key.agent().fingerprint());
    }

    private Fault bad() {
        return new Fault("fabrication.claim-bad", job.substring(0, Math.min(8, job.length())), epoch);
    }
}
