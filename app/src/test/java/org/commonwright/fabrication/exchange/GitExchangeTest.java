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
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aRefBeyondAGapIsNobodysClaim() {
        try (GitRepository home = GitRepository.open(folder.resolve("home.git"))) {
            CommitId commit = home.commits().write(new CommitDraft(new Person("M", "m@example.org"), Instant.EPOCH, "x")
                    .put(new RepoPath("claim.json"), "{}".getBytes(StandardCharsets.UTF_8)));
            home.refs().update("refs/commonwright/claim/" + JOB + "/999999", Optional.empty(), commit);
        }
        assertEquals(1, device("bo").claim(JOB, BO, HOUR).epoch());
    }
}
