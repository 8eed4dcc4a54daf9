package org.commonwright.cli.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.cli.DesignRig;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.governance.Decision;
import org.commonwright.mesh.Shapes;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.DeviceRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Deciding by the command line: each verb, what it refuses, and that a refusal changes nothing.
@Execution(ExecutionMode.CONCURRENT)
class ReviewVerbsTest extends DesignRig {
    private static final String RULES = "version = 1\n[[maintainers]]\npeople = [\"Ada <ada@example.org>\"]\n";

    private CommitId main;
    private String id;

    @BeforeEach
    void aProposal() throws IOException {
        start("[decision]\nrule = \"consent\"\n");
    }

    private void start(String decision) throws IOException {
        Map<String, String> files = Map.of("commons.toml", RULES + decision, "a.txt", "one\ntwo\n");
        CommitId next = Repos.commit(repository, files);
        repository.workTree().advance(Optional.ofNullable(main), next);
        main = next;
        fork("fork", "one\nthree\n", main);
        assertEquals(0, at("review propose", "--from", "fork", "--title", "More", "--json"));
        id = json().path("id").asText();
    }

    private CommitId fork(String name, String text, CommitId on) {
        return Repos.commit(repository, name, Map.of("commons.toml", new String(repository.tree(main)
                .read(new RepoPath("commons.toml"), 1000),
                java.nio.charset.StandardCharsets.UTF_8),
                "a.txt", text), on);
    }

    @Test
    void aMeshInAnotherFormatIsComparedAndABrokenOneIsSaidToBeBroken() throws IOException {
        List<double[]> box = Shapes.box(40, 20, 10);
        CommitId before = repository.commits().write(new CommitDraft(Repos.ADA, Repos.NOON, "stl").on(main)
                .put(new RepoPath("a.stl"), Shapes.binary(box, "a")));
        CommitId after = repository.commits().write(new CommitDraft(Repos.ADA, Repos.NOON, "3mf").on(before)
                .delete(new RepoPath("a.stl")).put(new RepoPath("a.3mf"), Shapes.text(box.subList(2, box.size()))));
        assertEquals(0, at("review compare", before.hex(), after.hex()), err());
        assertTrue(out().contains("a.3mf") && !out().contains("a.stl"), out());
        assertTrue(out().contains("Afterwards: not closed: 4 edges"), out());
    }

    @Test
    void aStanceIsSaidAndABlockWantsAReason() throws IOException {
        refused(2, "A block needs a reason", "review stance", id, "block");
        refused(2, "perhaps", "review stance", id, "perhaps");
        refused(2, "no proposal", "review stance", "ffff", "agree");
        assertEquals(0, at("review stance", id, "block", "--reason", "too thin", "--json"));
        assertEquals("block", json().at("/circles/0/voices/0/stance").asText());
        refused(1, "commons.toml:5 says: rule = \"consent\"", "review accept", id);
        assertEquals(0, at("review stance", id, "agree"));
        assertTrue(out().contains("agrees"), out());
    }

    @Test
    void closingSignsACertificateOnce() throws IOException {
        assertEquals(0, at("review stance", id, "agree"));
        assertEquals(0, at("review close", id, "--json"));
        String certificate = json().at("/certificate/id").asText();
        assertEquals("adopted", json().at("/certificate/outcome").asText());
        assertEquals(0, at("review close", id, "--json"));
        assertEquals(certificate, json().at("/certificate/id").asText());
        refused(2, "does not count any more", "review stance", id, "block", "--reason", "late");
        assertEquals(0, at("review accept", id, "--json"));
        assertEquals(0, at("review list"));
        assertTrue(out().contains("More"), out());
        CommitId merge = repository.head().orElseThrow();
        assertEquals(0, at("review gate", "--ref", "refs/heads/main", "--from", main.hex(),
                "--to", merge.hex()));
        assertEquals(1, at("review gate", "--ref", "refs/heads/main", "--from", merge.hex(),
                "--to", main.hex(), "--json"));
        assertEquals("decide.gate-rewrites", json().at("/error/code").asText());
        assertEquals(2, at("review gate", "--ref", "refs/heads/main", "--from", "main", "--to",
                main.hex()));
        assertEquals(0, at("review undo", "--reason", "not yet"));
        assertEquals(main, repository.head().orElseThrow());
        assertEquals("one\ntwo\n", Files.readString(design.resolve("a.txt")));
    }

    /// Decision 127.
    @Test
    void aSecondUndoNamesWhatItTakesBack() throws IOException {
        start("[decision]\nrule = \"maintainer\"\n");
        assertEquals(0, at("review accept", id));
        CommitId first = repository.head().orElseThrow();
        Repos.commit(repository, "later",
                Map.of("commons.toml", RULES + "[decision]\nrule = \"maintainer\"\n", "a.txt", "one\ntwo\n", "b.txt",
                        "seven\n"),
                main);
        assertEquals(0, at("review propose", "--from", "later", "--title", "Seven", "--json"));
        assertEquals(0, at("review accept", json().path("id").asText()));
        CommitId second = repository.head().orElseThrow();
        assertEquals(2, at("review undo", "--merge", first.hex()));
        assertTrue(err().contains("not " + first.hex()), err());
        assertEquals(second, repository.head().orElseThrow());
        assertEquals(0, at("review undo"));
        main = first;
        refused(2, "To take that one back too, name it: --merge " + first.abbreviated(), "review undo");
        assertTrue(err().contains("Seven") && err().contains("More"), err());
        assertEquals(0, at("review undo", "--merge", first.abbreviated()));
        assertEquals("one\ntwo\n", Files.readString(design.resolve("a.txt")));
    }

    @Test
    void aRevisionAsksAgain() throws IOException {
        assertEquals(0, at("review stance", id, "agree"));
        refused(2, "fork", "review revise", id);
        CommitId next = fork("fork", "one\nfour\n", repository.require("fork"));
        assertEquals(0, at("review revise", id, "--json"));
        assertEquals(next.hex(), json().path("head").asText());
        assertEquals(0, at("review show", id, "--json"));
        assertEquals("agree", json().at("/standing/stale/0/stance").asText());
        assertTrue(json().at("/standing/circles/0/voices/0/stance").isNull());
    }

    @Test
    void aWithdrawnKeySaysNothingMore() throws IOException {
        assertEquals(2, at("record revoke", "--reason", "lost", "--successor", "abc"));
        assertEquals(0, at("record revoke", "--reason", "lost"));
        refused(2, "withdrawn", "review stance", id, "agree");
        refused(2, "withdrawn", "review close", id);
        refused(2, "withdrawn", "review accept", id);
    }

    @Test
    void theMergeOfAThirdValueIsRefusedWhereTheRulesCount() throws IOException {
        CommitId ours = fork("main2", "one\nfive\n", main);
        repository.workTree().advance(Optional.of(main), ours);
        main = ours;
        refused(1, "holds in a.txt what neither side has", "review accept", id, "--choose",
                "1:six");
        assertEquals("one\nfive\n", Files.readString(design.resolve("a.txt")));
        assertEquals(0, at("review accept", id, "--choose", "theirs"));
        assertEquals("one\nthree\n", Files.readString(design.resolve("a.txt")));
    }

    @Test
    void aMergeThatAHostWithoutTheGateTookIsDoubted() throws IOException {
        assertEquals(0, at("review close", id, "--json"));
        var certificate = new ContentId(json().at("/certificate/id").asText());
        String rules = RULES + "[decision]\nrule = \"consent\"\n";
        CommitId evil = Repos.commit(repository,
                Map.of("commons.toml", rules, "a.txt", "one\nthree\n", "x.txt", "mine\n"), main,
                repository.require("fork"));
        var decision = new Decision(id, Decision.Outcome.ACCEPTED, "", evil, main, Repos.ADA, certificate);
        new DeviceRecords(folders(), InstantSource.system()).open(repository).append(Decision.KIND, decision.toBody(),
                new ContentId(id), certificate);
        repository.workTree().advance(Optional.of(main), evil);
        assertEquals(0, at("review list"));
        assertTrue(out().contains("  merged, but not what the merge gives  More")
                && out().contains("has in x.txt what neither side has"), out());
        assertEquals(0, at("review list", "--json"));
        assertEquals("decide.merged-otherwise", json().at("/proposals/0/doubt/code").asText());
        assertEquals(1, json().at("/proposals/0/merge_version").asInt());
        assertEquals(0, at("review show", id));
        assertTrue(out().contains("has in x.txt what neither side has"), out());
    }

    @Test
    void whatCameInWithoutADecisionIsSaidAndClosedByDecliningIt() throws IOException {
        assertEquals(0, at("review list", "--json"));
        assertTrue(json().at("/proposals/0/in_target").isMissingNode(), out());
        CommitId merge = Repos.commit(repository,
                Map.of("commons.toml", RULES + "[decision]\nrule = \"consent\"\n", "a.txt", "one\nthree\n"), main,
                repository.require("fork"));
        repository.workTree().advance(Optional.of(main), merge);
        String branch = repository.currentBranch().orElseThrow();
        assertEquals(0, at("review list"));
        assertTrue(out().contains("  already in " + branch + ", without a decision  More")
                && out().contains("Declining it with a reason closes it"), out());
        assertEquals(0, at("review show", id, "--json"));
        assertTrue(json().at("/proposal/in_target").asBoolean(), out());
        assertEquals("open", json().at("/proposal/state").asText());
        assertEquals("review.in-undecided", json().at("/proposal/doubt/code").asText());
        refused(2, "is part of the branch already", "review accept", id);
        assertEquals(0, at("review decline", id, "--reason", "It came in by plain Git."), err());
        assertEquals(0, at("review list"));
        assertTrue(out().contains("  declined  More") && !out().contains("already in"), out());
    }

    @Test
    void aHookIsInstalledForTheBranchThatIsNamed() throws IOException {
        String host = folder.resolve("host.git").toString();
        GitRepository.initBare(Path.of(host)).close();
        assertEquals(0, run("review", "hook", "install", host, "--branch", "stable", "--json"));
        assertEquals("stable", json().at("/branches/0").asText());
        Path hook = Path.of(json().path("hook").asText());
        assertTrue(Files.isExecutable(hook) && Files.readString(hook).contains("--branch stable\n"));
        assertEquals(2, run("review", "hook", "install", host, "--program", folder.resolve("none").toString()));
        Files.writeString(hook, "#!/bin/sh\n");
        assertEquals(2, run("review", "hook", "install", host, "--branch", "stable"));
        assertTrue(err().contains("not ours"), err());
        assertEquals("#!/bin/sh\n", Files.readString(hook));
        assertFalse(Files.exists(Path.of(host, "hooks", "pre-receive")));
    }
}
