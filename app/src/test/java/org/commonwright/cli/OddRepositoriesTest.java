package org.commonwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Repositories as they are found, through the whole program: right, or refused in one sentence, and nothing lost.
@Execution(ExecutionMode.CONCURRENT)
class OddRepositoriesTest extends DesignRig {
    private static final String BOM = "Part,Quantity\nscrew,4\nrod,2\n";
    private static final String FUTURE = " 4294967000 +0000";

    private CommitId main;

    @BeforeEach
    void aDesign() {
        CommitId first = Repos.commit(repository, Map.of("bom.csv", BOM));
        main = Repos.commit(repository, Map.of("bom.csv", BOM.replace("rod,2", "rod,3")), first);
        repository.workTree().advance(Optional.empty(), main);
    }

    private String propose(CommitId fork) throws IOException {
        repository.refs().update("refs/heads/fork", repository.refs().get("refs/heads/fork"), fork);
        assertEquals(0, at("review propose", "--from", "fork", "--title", "Odd", "--json"), err());
        return json().path("id").asText();
    }

    /// A tree with what people find in theirs, by somebody without a name, in the year 2106.
    private CommitId odd(CommitId... parents) throws IOException {
        try (var jgit = new FileRepository(design.resolve(".git").toFile());
                ObjectInserter inserter = jgit.newObjectInserter()) {
            ObjectId text = inserter.insert(Constants.OBJ_BLOB, "x\n".getBytes(StandardCharsets.UTF_8));
            ObjectId link = inserter.insert(Constants.OBJ_BLOB, "../../../etc/passwd".getBytes(StandardCharsets.UTF_8));
            ObjectId bom = inserter.insert(Constants.OBJ_BLOB, BOM.replace("screw,4", "screw,5")
                    .getBytes(StandardCharsets.UTF_8));
            var tree = new TreeFormatter();
            tree.append("README.md", FileMode.REGULAR_FILE, text);
            tree.append("Readme.md", FileMode.REGULAR_FILE, text);
            tree.append("bom.csv", FileMode.REGULAR_FILE, bom);
            tree.append("lib", FileMode.GITLINK, ObjectId.fromString(main.hex()));
            tree.append("out", FileMode.SYMLINK, link);
            byte[] name = {(byte) 0xe9};
            tree.append(name, 0, 1, FileMode.REGULAR_FILE, text);
            ObjectId id = inserter.insert(tree);
            var commit = new StringBuilder("tree " + id.name() + "\n");
            for (CommitId parent : parents) {
                commit.append("parent ").append(parent.hex()).append('\n');
            }
            ObjectId made = inserter.insert(Constants.OBJ_COMMIT, (commit + "author  <>" + FUTURE + "\ncommitter  <>"
                    + FUTURE + "\n\nodd\n").getBytes(StandardCharsets.UTF_8));
            inserter.flush();
            return new CommitId(made.name());
        }
    }

    @Test
    void contributorsThatSomebodyWroteByHandAreKept() throws IOException {
        Path file = design.resolve("CONTRIBUTORS");
        Files.writeString(file, "Ada, and the cat\n");
        assertEquals(2, at("contributors write"));
        assertTrue(err().contains("--replace"), err());
        assertEquals("Ada, and the cat\n", Files.readString(file));
        assertEquals(2, at("contributors write", "-o", file.toString()));
        assertEquals(0, at("contributors write", "--replace"), err());
        assertTrue(Files.readString(file).contains("- Ada"));
        assertEquals(0, at("contributors write"), err());
    }

    @Test
    void aForkWithEverythingOddIsShownAndItsMergeRefusedNotMangled() throws IOException {
        CommitId odd = odd(main);
        String id = propose(odd);
        assertEquals(0, at("review compare", "main", "fork"), err());
        assertTrue(out().contains("lib") && out().contains("out") && out().contains("Readme.md"), out());
        assertFalse(out().contains("root:"), "the link was not followed");
        assertEquals(0, at("review compare", "main", "fork", "--json"), err());
        assertEquals(0, at("review list"), err());
        assertEquals(0, at("contributors", "--at", "fork"), err());
        var refs = repository.refs().list("refs/");
        assertEquals(0, at("review show", id), err());
        assertTrue(out().contains("Readme.md") && out().contains("“\\351” is no name in UTF-8"), out());
        assertEquals(0, at("review show", id, "--json"), err());
        assertTrue(out().contains("\"review.name-not-utf8\"") && out().contains("\"merging.path-not-utf8\""), out());
        assertEquals(2, at("review accept", id, "--choose", "theirs"));
        refused("“\\351” is no name in UTF-8");
        assertEquals(refs, repository.refs().list("refs/"));
    }

    @Test
    void crossedAndEmptyAndManyParentedHistoriesAreCountedAndCompared() throws IOException {
        CommitId a = Repos.commit(repository, Map.of("bom.csv", BOM.replace("rod,2", "rod,3") + "a,1\n"), main);
        CommitId b = Repos.commit(repository, Map.of("bom.csv", BOM.replace("rod,2", "rod,3") + "b,1\n"), main);
        String both = BOM.replace("rod,2", "rod,3") + "a,1\nb,1\n";
        CommitId ab = Repos.commit(repository, Map.of("bom.csv", both), a, b);
        CommitId ba = Repos.commit(repository, Map.of("bom.csv", both + "c,1\n"), b, a);
        CommitId empty = Repos.commit(repository, Map.of("bom.csv", both), ab);
        CommitId octopus = Repos.commit(repository, Map.of("bom.csv", both), empty, a, b);
        repository.workTree().advance(Optional.of(main), octopus);
        assertEquals(0, at("contributors", "--json"), err());
        assertEquals(5, json().path("lines").asInt(), out());
        String id = propose(ba);
        assertEquals(0, at("review show", id, "--json"), err());
        assertEquals(0, json().path("conflicts").size(), out());
        assertEquals(0, at("review accept", id), err());
        assertEquals(both + "c,1\n", Files.readString(design.resolve("bom.csv")));
    }

    @Test
    void whatACloneLeftOutIsSaidAndNoCacheKeepsIt() throws IOException {
        Files.writeString(design.resolve(".git/shallow"), main.hex() + "\n");
        goTo(design);
        assertEquals(0, at("contributors"), err());
        assertTrue(out().contains("without its old history, which ends at 1 commit"), out());
        assertEquals(0, at("contributors", "--json"), err());
        assertEquals(1, json().path("contributors").get(0).path("commits").asInt(), out());
        CommitId apart = Repos.commit(repository, Map.of("bom.csv", BOM + "nut,1\n"));
        repository.refs().createBranch("fork", apart);
        assertEquals(2, at("review compare", "main", "fork"));
        refused("Fetch the whole history");
        Files.delete(design.resolve(".git/shallow"));
        goTo(design);
        assertEquals(0, at("contributors", "--json"), err());
        assertEquals(2, json().path("contributors").get(0).path("commits").asInt(), out());
    }

    @Test
    void whatACloneShowsOtherwiseIsNotFollowedAndSaid() throws IOException {
        CommitId other = Repos.commit(repository, Map.of("bom.csv", BOM));
        repository.refs().update("refs/replace/" + main.hex(), Optional.empty(), other);
        Files.createDirectories(design.resolve(".git/info"));
        Files.writeString(design.resolve(".git/info/grafts"), main.hex() + "\n");
        assertEquals(0, at("contributors"), err());
        assertTrue(out().contains("2 commits are shown as others"), out());
        CommitId fork = Repos.commit(repository, Map.of("bom.csv", BOM + "nut,1\n"), main);
        String id = propose(fork);
        assertEquals(0, at("review accept", id), err());
        assertEquals(List.of(main, fork), repository.history().commit(repository.head().orElseThrow()).parents());
        assertEquals(0, at("review gate", "--ref", "refs/heads/main", "--from", main.hex(), "--to",
                repository.head().orElseThrow().hex()), err());
    }

    @Test
    void objectsThatAreNotHereAreNamedAndNothingMoves() throws IOException {
        CommitId fork = Repos.commit(repository, Map.of("bom.csv", BOM.replace("screw,4", "screw,5")), main);
        String id = propose(fork);
        String blob = repository.diff(main, fork).getFirst().newBlob();
        Files.delete(object(blob));
        // As Git leaves it in a partial clone whose remote cannot be reached.
        Files.writeString(design.resolve(".git/config"), """
                [extensions]
                \tpartialClone = origin
                [remote "origin"]
                \turl = file:///nowhere/at/all.git
                \tpromisor = true
                \tpartialclonefilter = blob:none
                """, StandardOpenOption.APPEND);
        goTo(design);
        var refs = repository.refs().list("refs/");
        assertEquals(0, at("review compare", "main", "fork"), err());
        assertTrue(out().contains(blob), out());
        assertEquals(2, at("review accept", id, "--choose", "theirs"));
        refused(blob);
        assertEquals(refs, repository.refs().list("refs/"));
        assertEquals(0, at("contributors", "--at", "fork"), err());
        Files.delete(object(fork.hex()));
        goTo(design);
        assertEquals(2, at("review show", id));
        refused("Odd");
        assertEquals(0, at("review list"), err());
        assertTrue(out().contains("Odd"), out());
        assertEquals(2, at("review compare", "main", "fork"));
    }

    @Test
    void aListOfRecordsSaysWhatOfThemIsNotHere() throws IOException {
        propose(Repos.commit(repository, Map.of("bom.csv", BOM + "nut,1\n"), main));
        CommitId log = repository.refs().list("refs/commonwright/log/").values().iterator().next();
        Files.delete(object(repository.tree(log).fingerprint(new RepoPath("entries.jsonl"))));
        goTo(design);
        for (String list : List.of("review list", "contributors efforts")) {
            assertEquals(0, at(list), err());
            assertTrue(out().contains("1 entry of the records cannot be read"), out());
        }
        assertEquals(0, at("review comment list", "--json"), err());
        assertEquals("record.lacking", json().path("problems").path(0).path("code").asText(), out());
    }

    @Test
    void aForkThatRewroteItsHistoryIsShownAsItWasProposedUntilItIsPutForwardAgain() throws IOException {
        CommitId first = Repos.commit(repository, Map.of("bom.csv", BOM.replace("screw,4", "screw,5")), main);
        String id = propose(first);
        CommitId again = Repos.commit(repository, Map.of("bom.csv", BOM.replace("screw,4", "screw,6")), main);
        assertTrue(repository.refs().update("refs/heads/fork", Optional.of(first), again));
        assertEquals(0, at("review show", id, "--json"), err());
        assertEquals(first.hex(), json().path("proposal").path("head").asText());
        assertEquals(0, at("review revise", id), err());
        assertEquals(0, at("review accept", id, "--choose", "theirs"), err() + out());
        assertTrue(repository.history().isAncestor(again, repository.head().orElseThrow()));
    }

    @Test
    void recordsThatAreForgedAreSetAside() throws IOException {
        String id = propose(Repos.commit(repository, Map.of("bom.csv", BOM + "nut,1\n"), main));
        var logs = new TreeMap<>(repository.refs().list("refs/commonwright/log/"));
        String log = logs.firstKey();
        CommitId forged = Repos.commit(repository, Map.of("entry.json", "{}"), logs.firstEntry().getValue());
        repository.refs().update(log, Optional.of(logs.get(log)), forged);
        assertEquals(0, at("review list"), err());
        assertTrue(out().contains("Odd"), out());
        assertEquals(1, at("record verify"));
        assertEquals(0, at("review show", id), err());
    }

    @Test
    void whatCouldNotBeShownAfterwardsIsNotWritten() {
        begin("new");
        assertEquals(2, at("contributors declare", "--work", "drawn", "--hours", "2"));
        refused("has no commit yet");
        assertEquals(Map.of(), repository.refs().list("refs/"));
        Repos.commit(repository, "main", Map.of("commons.toml", "[[maintainers"));
        assertEquals(2, at("contributors declare", "--work", "drawn", "--hours", "2"));
        refused("commons.toml");
        assertEquals(List.of("refs/heads/main"), List.copyOf(repository.refs().list("refs/").keySet()));
    }

    @Test
    void whereABranchIsLockedTheFilesStayAsTheyAre() throws IOException {
        String id = propose(
                Repos.commit(repository, Map.of("bom.csv", BOM.replace("screw,4", "screw,5"), "new/a.txt", "a"),
                        main));
        String before = Files.readString(design.resolve("bom.csv"));
        Path lock = Files.createFile(design.resolve(".git/refs/heads/main.lock"));
        assertEquals(2, at("review accept", id, "--choose", "theirs"));
        refused("refs/heads/main.lock");
        assertEquals(before, Files.readString(design.resolve("bom.csv")));
        assertFalse(Files.exists(design.resolve("new")));
        assertTrue(repository.workTree().status().isClean());
        Files.delete(lock);
        assertEquals(0, at("review accept", id, "--choose", "theirs"), err());
        assertTrue(Files.exists(design.resolve("new/a.txt")));
    }

    @Test
    void aFolderMayBeCalledLikeAVerb() throws IOException {
        CommitId next = Repos.commit(repository, Map.of("modules/bom.csv", BOM, "bom.csv", BOM), main);
        repository.workTree().advance(Optional.of(main), next);
        assertEquals(0, at("contributors", "--path", "modules", "--json"), err());
        assertEquals(3, json().path("lines").asInt(), out());
        assertEquals(0, at("contributors modules", "--path=modules"), err());
    }

    @Test
    void aBrokenCommitHidesNoOtherBranch() throws IOException {
        repository.refs().createBranch("fork", Repos.commit(repository, Map.of("bom.csv", BOM + "nut,1\n"), main));
        String tree = repository.treeId(main, RepoPath.ROOT).orElseThrow();
        try (var jgit = new FileRepository(design.resolve(".git").toFile());
                ObjectInserter inserter = jgit.newObjectInserter()) {
            ObjectId broken = inserter.insert(Constants.OBJ_COMMIT, ("tree " + tree
                    + "\nparent zzz\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nx\n")
                    .getBytes(StandardCharsets.UTF_8));
            inserter.flush();
            Files.writeString(design.resolve(".git/refs/heads/broken"), broken.name() + "\n");
        }
        goTo(design);
        assertEquals(0, at("review forks"), err());
        assertTrue(out().contains("broken") && out().contains("fork"), out());
        assertEquals(2, at("review compare", "main", "broken"));
        refused("damaged");
        assertEquals(2, at("contributors", "--at", "broken", "--json"));
        assertEquals("git.corrupt", json().path("error").path("code").asText(), out());
    }

    @Test
    void aPipeIsNoFileOfADesign() throws IOException, InterruptedException {
        CommitId fork = Repos.commit(repository, Map.of("bom.csv", BOM.replace("screw,4", "screw,5")), main);
        String id = propose(fork);
        Path pipe = design.resolve(".gitattributes");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
        assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString(), design.resolve("a").toString()).start()
                .waitFor());
        assertEquals(0, assertTimeoutPreemptively(Duration.ofSeconds(60), () -> at("review accept", id)), err());
        assertTrue(Files.exists(pipe));
    }
}
