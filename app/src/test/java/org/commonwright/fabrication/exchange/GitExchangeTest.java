package org.commonwright.fabrication.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class GitExchangeTest extends ExchangeContract {
    @TempDir
    Path folder;

    private final Map<String, GitRepository> open = new HashMap<>();

    @BeforeEach
    void home() {
        GitRepository.initBare(folder.resolve("home.git")).close();
    }

    @AfterEach
    void close() {
        open.values().forEach(GitRepository::close);
    }

    @Override
    Exchange device(String name) {
        GitRepository local = open.computeIfAbsent(name, n -> GitRepository.init(folder.resolve(n)));
        return new GitExchange(local, folder.resolve("home.git").toString(), name.equals("ana") ? ANAS_KEY : BOS_KEY,
                () -> now);
    }

    @Override
    void takeHomeAway() {
        try {
            Files.move(folder.resolve("home.git"), folder.resolve("away.git"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theHomeMayBeTheRepositoryItself() {
        try (GitRepository own = GitRepository.init(folder.resolve("own"))) {
            var exchange = new GitExchange(own, folder.resolve("own").toString(), ANAS_KEY, () -> now);
            Claim claim = exchange.start(exchange.claim(JOB, ANA, HOUR));
            assertEquals(Optional.of(claim), exchange.current(JOB));
        }
    }

    @Test
    void whatIsNoClaimIsSaidAndStopsTheClaim() {
        try (GitRepository home = GitRepository.open(folder.resolve("home.git"))) {
            CommitId commit = home.commits().write(new CommitDraft(new Person("M", "m@example.org"), Instant.EPOCH, "x")
                    .put(new RepoPath("claim.json"), "{\"v\":1}".getBytes(StandardCharsets.UTF_8)));
            home.refs().update("refs/commonwright/claim/" + JOB + "/1", Optional.empty(), commit);
        }
        assertEquals("fabrication.claim-bad",
                assertThrows(Fault.class, () -> device("bo").claim(JOB, BO, HOUR)).code());
    }

    @Test
    void aClaimInSomebodyElsesNameIsNone() {
        device("bo").claim(JOB, ANA, HOUR);
        assertEquals("fabrication.claim-bad", assertThrows(Fault.class, () -> device("ana").current(JOB)).code());
    }

    @Test
    void anExpiryBeforeTheLeaseIsOverFreesNothing() {
        Claim held = device("ana").claim(JOB, ANA, HOUR);
        stray(held, ClaimState.EXPIRED, BOS_KEY, now);
        assertEquals("fabrication.claim-lost",
                assertThrows(Fault.class, () -> device("bo").claim(JOB, BO, HOUR)).code());
        Claim seen = device("ana").current(JOB).orElseThrow();
        assertEquals(ClaimState.CLAIMED, seen.state());
        assertEquals(ClaimState.STARTED, device("ana").start(seen).state());
        assertEquals(ClaimState.STARTED, device("bo").current(JOB).orElseThrow().state());
    }

    @Test
    void anExpiryThatLiesAboutItsTimeLetsOnlyTheHolderGoOn() {
        Claim held = device("ana").claim(JOB, ANA, HOUR);
        stray(held, ClaimState.EXPIRED, BOS_KEY, now.plus(HOUR));
        assertEquals("fabrication.claim-lost",
                assertThrows(Fault.class, () -> device("bo").claim(JOB, BO, HOUR)).code());
        assertEquals("fabrication.claim-taken", assertThrows(Fault.class, () -> device("ana").start(held)).code());
        assertEquals(2, device("ana").claim(JOB, ANA, HOUR).epoch());
    }

    @Test
    void nobodyElseStartsOrGivesBackAClaimAndNobodyEndsAStartedOne() {
        Claim held = device("ana").claim(JOB, ANA, HOUR);
        Claim after = stray(held, ClaimState.RELEASED, BOS_KEY, now);
        after = stray(after, ClaimState.STARTED, BOS_KEY, now);
        assertEquals(ClaimState.CLAIMED, device("ana").current(JOB).orElseThrow().state());
        device("ana").start(device("ana").current(JOB).orElseThrow());
        now = now.plus(HOUR).plus(HOUR);
        stray(device("bo").current(JOB).orElseThrow(), ClaimState.EXPIRED, BOS_KEY, now);
        assertEquals("fabrication.claim-running",
                assertThrows(Fault.class, () -> device("bo").claim(JOB, BO, HOUR)).code());
    }

    @Test
    void aClaimThatWasPushedOverAnotherIsNone() {
        Claim held = device("ana").claim(JOB, ANA, HOUR);
        try (GitRepository home = GitRepository.open(folder.resolve("home.git"))) {
            put(home, new Claim(JOB, 2, BO, ClaimState.CLAIMED, now.plus(HOUR), ""), Optional.empty(), BOS_KEY, now);
        }
        assertEquals(held, device("ana").current(JOB).orElseThrow());
        assertEquals(1, device("ana").start(held).epoch());
    }

    @Test
    void aClaimThatIsDamagedAtTheHomeTouchesNoOtherJob() throws IOException {
        String other = JOB.replace('0', 'f');
        // The first push of all is one pack; from then on each object is a file.
        device("ana").claim(JOB.replace('0', 'e'), ANA, HOUR);
        Claim lost = device("ana").claim(JOB, ANA, HOUR);
        Files.delete(folder.resolve("home.git/objects/" + lost.version().substring(0, 2) + "/"
                + lost.version().substring(2)));
        assertEquals("fabrication.claim-bad", assertThrows(Fault.class, () -> device("bo").current(JOB)).code());
        Claim claim = device("bo").claim(other, BO, HOUR);
        assertEquals(ClaimState.STARTED, device("bo").start(claim).state());
        assertEquals(2, claims("bo").ask(folder.resolve("home.git").toString(), Set.of(JOB, other), Progress.NONE)
                .unreadable().size() + claims("bo").holder(other, 1).stream().toList().size());
    }

    private KnownClaims claims(String name) {
        return new KnownClaims(open.get(name));
    }

    /// Puts a state on a claim that nobody had the right to.
    private Claim stray(Claim on, ClaimState state, Identity signer, Instant at) {
        var wanted = new Claim(on.job(), on.epoch(), on.holder(), state, on.leaseUntil(), "");
        try (GitRepository home = GitRepository.open(folder.resolve("home.git"))) {
            return put(home, wanted, Optional.of(new CommitId(on.version())), signer, at);
        }
    }

    private static Claim put(GitRepository home, Claim claim, Optional<CommitId> parent, Identity signer, Instant at) {
        var draft = new CommitDraft(signer.person(), at, "stray").signedBy(signer.signer()).put(ClaimChain.FILE,
                ClaimJson.write(claim, "nonce", ""));
        parent.ifPresent(draft::parent);
        CommitId commit = home.commits().write(draft);
        assertEquals(true, home.refs().update(ClaimRefs.of(claim.job(), claim.epoch()), parent, commit));
        return new Claim(claim.job(), claim.epoch(), claim.holder(), claim.state(), claim.leaseUntil(), commit.hex());
    }

    @Test
    void aRefBeyondAGapIsNobodysClaim() {
        try (GitRepository home = GitRepository.open(folder.resolve("home.git"))) {
            CommitId commit = home.commits().write(new CommitDraft(new Person("M", "m@example.org"), Instant.EPOCH, "x")
                    .put(new RepoPath("claim.json"), "{}".getBytes(StandardCharsets.UTF_8)));
            home.refs().update("refs/commonwright/claim/" + JOB + "/999999", Optional.empty(), commit);
        }
        assertEquals(1, device("bo").claim(JOB, BO, HOUR).epoch());
    }
}
