package org.commonwright.review.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.governance.Proposal;
import org.commonwright.governance.ProposalState;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.record.Revocations;
import org.commonwright.review.ProposedCommits;
import org.commonwright.review.ReviewDesk;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Proposals as files and over remotes that refuse branches; and what strangers could send.
@Execution(ExecutionMode.CONCURRENT)
class ProposalMailTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    Path folder;

    private final Identity maud = Identity.temporary(new Person("Maud", "maud@lamp.invalid"), new SecureRandom());
    private final Identity eve = Identity.temporary(new Person("Eve", "eve@elsewhere.invalid"), new SecureRandom());
    private GitRepository home;
    private GitRepository fork;
    private Workspace workspace;
    private CommitId base;

    @BeforeEach
    void aDesignAndAClone() {
        workspace = new Workspace(folder.resolve("workspace"));
        home = GitRepository.init(folder.resolve("home"));
        base = home.commits().write(draft("begin", "bom.csv", "Part,Quantity\nscrew,4\n"));
        home.workTree().advance(Optional.empty(), base);
        fork = GitRepository.cloneFrom(folder.resolve("home").toString(), folder.resolve("fork"), Progress.NONE);
    }

    @AfterEach
    void close() {
        workspace.close();
        home.close();
        fork.close();
    }

    private static CommitDraft draft(String message, String file, String text) {
        return new CommitDraft(new Person("Eve", "eve@elsewhere.invalid"), NOON, message).put(new RepoPath(file),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static RecordStore store(GitRepository repository, Identity identity) {
        return RecordStore.open(repository, identity, InstantSource.fixed(NOON));
    }

    private ReviewDesk desk(GitRepository repository, Identity identity) {
        return new ReviewDesk(repository, store(repository, identity), workspace, InstantSource.fixed(NOON));
    }

    /// Eve changes the list in her clone and proposes it there.
    private ProposalState propose() {
        fork.refs().createBranch("lighter",
                fork.commits().write(draft("fewer screws", "bom.csv", "Part,Quantity\nscrew,3\n").on(base)));
        ReviewDesk desk = desk(fork, eve);
        String id = desk.propose("Fewer screws", "They are enough.", "Whoever has drilled already.", "lighter", "main")
                .id().hex();
        return desk.proposals().require(id);
    }

    private Path export(ProposalState state, String name, boolean whole) {
        Path file = folder.resolve(name);
        new ProposalMail(fork, store(fork, eve)).write(state, file, whole, Progress.NONE);
        return file;
    }

    private Taken take(Path file) {
        return new ProposalMail(home, store(home, maud)).take(file, Progress.NONE);
    }

    private String refused(Path file) {
        Map<String, CommitId> before = home.refs().list("refs/");
        Fault fault = assertThrows(Fault.class, () -> take(file));
        assertEquals(before, home.refs().list("refs/"), "nothing was taken");
        return fault.code();
    }

    @Test
    void aProposalTravelsAsAFileThatGitUnderstands() {
        ProposalState sent = propose();
        Path file = export(sent, "screws.proposal", false);
        assertTrue(Repos.git(folder.resolve("home"), "bundle", "verify", file.toString()).contains("okay"));
        Taken taken = take(file);
        assertTrue(taken.isNew());
        ProposalState got = taken.proposals().getFirst();
        assertEquals(sent.proposal(), got.proposal());
        assertEquals("Whoever has drilled already.", got.proposal().impact());
        assertEquals(List.of(RepoPath.ROOT), got.proposal().modules());
        assertEquals(Map.of("main", base), home.refs().branches());
        assertEquals(1, desk(home, maud).review(got, 1, Progress.NONE).modules().size());
        assertFalse(take(file).isNew());
    }

    @Test
    void filesMayComeInAnyOrder() {
        ProposalState first = propose();
        Path early = export(first, "early", false);
        fork.refs().update("refs/heads/lighter", fork.refs().get("refs/heads/lighter"),
                fork.commits().write(
                        draft("fewer still", "bom.csv", "Part,Quantity\nscrew,2\n").on(first.proposal().head())));
        desk(fork, eve).revise(first, "lighter");
        ProposalState second = desk(fork, eve).proposals().require(first.id());
        Path late = export(second, "late", false);
        take(late);
        take(early);
        ProposalState got = desk(home, maud).proposals().require(first.id());
        assertEquals(second.heads(), got.heads());
        assertEquals(2, home.refs().list(ProposedCommits.REFS).size());
    }

    @Test
    void aStrangerWithoutTheDesignTakesTheWholeHistory() {
        Path file = export(propose(), "whole", true);
        try (GitRepository elsewhere = GitRepository.initBare(folder.resolve("elsewhere.git"))) {
            var mail = new ProposalMail(elsewhere, store(elsewhere, maud));
            Path part = export(desk(fork, eve).proposals().list().getFirst(), "part", false);
            assertEquals("git.bundle-needs", assertThrows(Fault.class, () -> mail.take(part, Progress.NONE)).code());
            assertEquals(1, mail.take(file, Progress.NONE).proposals().size());
        }
    }

    @Test
    void aRemoteThatRefusesBranchesTakesAProposal() throws IOException {
        Repos.git(folder, "clone", "-q", "--bare", "home", "shared.git");
        Path hook = folder.resolve("shared.git/hooks/update");
        Files.writeString(hook, "#!/bin/sh\ncase $1 in refs/heads/*) exit 1;; esac\n");
        assertTrue(hook.toFile().setExecutable(true));
        String shared = folder.resolve("shared.git").toString();
        ProposalState sent = propose();
        new ProposalMail(fork, store(fork, eve)).send(sent, shared, Progress.NONE);
        new ProposalMail(fork, store(fork, eve)).send(sent, shared, Progress.NONE);
        home.remotes().add("shared", shared);
        store(home, maud).sync("shared", Progress.NONE);
        ReviewDesk desk = desk(home, maud);
        ProposalState got = desk.proposals().require(sent.id());
        assertEquals(1, desk.review(got, 1, Progress.NONE).modules().size(), "its commits are found by their name");
        try (GitRepository remote = GitRepository.open(folder.resolve("shared.git"))) {
            assertEquals(Map.of("main", base), remote.refs().branches());
        }
    }

    @Test
    void whatIsForgedIsRefused() throws IOException {
        ProposalState sent = propose();
        var rightLog = fork.refs().get(RecordStore.logRef(eve.agent())).orElseThrow();
        // Eve's words under Maud's name.
        fork.refs().update(RecordStore.logRef(maud.agent()), Optional.empty(), rightLog);
        assertEquals("mailing.bad-record", refused(bundle("forged", RecordStore.logRef(maud.agent()),
                ProposedCommits.ref(sent.proposal().head()))));
        // Commits that nobody proposed.
        CommitId other = fork.commits().write(draft("sly", "bom.csv", "Part,Quantity\nscrew,9\n").on(base));
        assertEquals("mailing.not-proposed",
                refused(bundle("other", RecordStore.logRef(eve.agent()), keep(other))));
        // A name that lies about where it leads, and one that is none of a proposal's.
        String lie = ProposedCommits.ref(sent.proposal().head());
        fork.refs().update(lie, fork.refs().get(lie), other);
        assertEquals("mailing.foreign-ref", refused(bundle("lie", RecordStore.logRef(eve.agent()), lie)));
        assertEquals("mailing.foreign-ref",
                refused(bundle("main", RecordStore.logRef(eve.agent()), "refs/heads/lighter")));
        // Before anything is unpacked: what follows the names is not looked at.
        Path cut = folder.resolve("main");
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(whole, whole.length - 30));
        assertEquals("mailing.foreign-ref", refused(cut));
        assertEquals("mailing.no-proposal", refused(bundle("log", RecordStore.logRef(eve.agent()))));
    }

    private String keep(CommitId commit) {
        new ProposedCommits(fork).keep(commit);
        return ProposedCommits.ref(commit);
    }

    private Path bundle(String name, String... refs) {
        for (String ref : refs) {
            if (fork.refs().get(ref).isEmpty()) {
                new ProposedCommits(fork).keep(new CommitId(ref.substring(ProposedCommits.REFS.length())));
            }
        }
        Path file = folder.resolve(name);
        fork.remotes().bundle(file, List.of(refs), List.of(base), Progress.NONE);
        return file;
    }

    @Test
    void aWithdrawnKeyIsRefusedWhoeverSaysSo() {
        ProposalState sent = propose();
        Path before = export(sent, "before", false);
        store(fork, eve).append(Revocations.KIND, Revocations.body("stolen", Optional.empty(), Optional.empty()));
        // What the withdrawal follows still counts.
        assertEquals(1, take(export(sent, "counts", false)).proposals().size());
        fork.refs().createBranch("thief",
                fork.commits().write(draft("sly", "bom.csv", "Part,Quantity\nscrew,9\n").on(base)));
        // With a program that does not ask whether the key still counts.
        var sly = new Proposal("Sly", "", "", eve.person(), base, fork.require("thief"), "thief", "main", List.of());
        String id = store(fork, eve).append(Proposal.KIND, sly.toBody()).id().hex();
        assertEquals("mailing.revoked", refused(bundle("late", RecordStore.logRef(eve.agent()),
                ProposedCommits.ref(fork.require("thief")))));
        assertTrue(desk(fork, eve).proposals().list().stream().noneMatch(state -> state.id().equals(id)));
        assertFalse(take(before).isNew());
    }

    /// Bytes that are wrong anywhere: taken as they were sent, or refused in one sentence; never half.
    @Test
    void damagedFilesAreRefused() throws IOException {
        ProposalState sent = propose();
        Path good = export(sent, "good", false);
        byte[] bytes = Files.readAllBytes(good);
        Path bad = folder.resolve("bad");
        assertEquals("git.bundle-none", refused(Files.writeString(bad, "screw,4\n")));
        assertEquals("git.bundle-none", refused(Files.write(bad, new byte[0])));
        assertEquals("git.bundle-none", refused(folder));
        long seed = Seed.chosen();
        var random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("commonwright.damaged-files", 8); i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(bad, random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(bytes.length)) : damaged);
            try {
                assertEquals(List.of(sent.proposal()),
                        take(bad).proposals().stream().map(ProposalState::proposal).toList(), "seed " + seed);
            } catch (Fault fault) {
                assertTrue(fault.code().matches("(git\\.bundle-|mailing\\.).*"), fault.code() + ", seed " + seed);
            }
        }
        // Two thousand million objects in a few bytes.
        int pack = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PACK");
        byte[] many = bytes.clone();
        many[pack + 8] = 0x7f;
        assertEquals("git.bundle-damaged", refused(Files.write(bad, many)));
        assertEquals(1, take(good).proposals().size());
    }
}
