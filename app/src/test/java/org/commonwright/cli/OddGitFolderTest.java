package org.commonwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TagBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What Git keeps for itself, damaged or made by hand: whoever says something there is refused before anything is written.
@Execution(ExecutionMode.CONCURRENT)
class OddGitFolderTest extends DesignRig {
    private static final String BOM = "Part,Quantity\nscrew,4\n";

    private CommitId main;
    private CommitId fork;

    @BeforeEach
    void aDesign() {
        main = Repos.commit(repository, Map.of("bom.csv", BOM));
        repository.workTree().advance(Optional.empty(), main);
        fork = Repos.commit(repository, Map.of("bom.csv", BOM.replace("4", "5")), main);
        repository.refs().createBranch("fork", fork);
    }

    private String propose(String title) throws IOException {
        assertEquals(0, at("review propose", "--from", "fork", "--title", title, "--json"), err());
        return json().path("id").asText();
    }

    private String comment() throws IOException {
        assertEquals(0, at("review comment add", "--file", "bom.csv", "--line", "1", "--text", "hello", "--suggest",
                "Part,Count", "--json"), err());
        return json().path("remarks").path(0).path("id").asText();
    }

    @Test
    void aBranchThatStandsOnATagIsMovedByNobodyAndNoFileChanges() throws IOException {
        String id = propose("One");
        String comment = comment();
        try (var jgit = new FileRepository(design.resolve(".git").toFile());
                ObjectInserter inserter = jgit.newObjectInserter()) {
            var tag = new TagBuilder();
            tag.setTag("v1");
            tag.setTagger(new PersonIdent("Ada", "ada@example.org"));
            tag.setObjectId(ObjectId.fromString(main.hex()), Constants.OBJ_COMMIT);
            tag.setMessage("v1");
            String tagged = inserter.insert(tag).name();
            inserter.flush();
            Files.writeString(design.resolve(".git/refs/heads/main"), tagged + "\n");
        }
        long written = Files.getLastModifiedTime(design.resolve("bom.csv")).toMillis();
        refused(2, "stands on a tag", "review accept", id, "--choose", "theirs");
        refused(2, "stands on a tag", "review comment apply", comment);
        assertEquals(BOM, Files.readString(design.resolve("bom.csv")));
        assertEquals(written, Files.getLastModifiedTime(design.resolve("bom.csv")).toMillis());
        repository.refs().createBranch("other", fork);
        Files.writeString(design.resolve(".git/HEAD"), "ref: refs/heads/other\n");
        refused(2, "stands on a tag", "review accept", id, "--choose", "theirs");
    }

    @Test
    void whereOnesOwnLogIsDamagedNothingIsAddedToIt() throws IOException {
        String comment = comment();
        CommitId first = log();
        assertEquals(0, at("review comment resolve", comment), err());
        byte[] kept = Files.readAllBytes(object(first.hex()));
        Files.delete(object(first.hex()));
        refused(2, "your own log", "review comment add", "--file", "bom.csv", "--line", "1", "--text", "again");
        refused(2, "your own log", "contributors declare", "--hours", "1", "--work", "drawn");
        refused(2, "your own log", "review propose", "--from", "fork", "--title", "Two");
        Files.write(object(first.hex()), kept);
        assertEquals(0, at("review comment reopen", comment), err());
        assertEquals(0, at("review comment apply", comment), err());
    }

    @Test
    void whoHasWithdrawnTheirKeySaysNothingMoreWithIt() throws IOException {
        String comment = comment();
        assertEquals(0, at("record revoke", "--reason", "lost"), err());
        refused(2, "has withdrawn it", "review comment add", "--file", "bom.csv", "--line", "1", "--text", "again");
        refused(2, "has withdrawn it", "review comment resolve", comment);
        refused(2, "has withdrawn it", "review comment apply", comment);
        refused(2, "has withdrawn it", "contributors declare", "--hours", "1", "--work", "drawn");
        assertEquals(BOM, Files.readString(design.resolve("bom.csv")));
    }

    @Test
    void whoHasWithdrawnTheirKeyProposesAndDecidesNothingMoreWithIt() throws IOException {
        assertEquals(0, at("review accept", propose("One")), err());
        String merged = Files.readString(design.resolve("bom.csv"));
        CommitId more = Repos.commit(repository, Map.of("bom.csv", BOM + "nut,1\n"), fork);
        repository.refs().update("refs/heads/fork", Optional.of(fork), more);
        String id = propose("Two");
        repository.refs().createBranch("later", Repos.commit(repository, Map.of("bom.csv", BOM + "nut,2\n"), more));
        assertEquals(0, at("record revoke", "--reason", "lost"), err());
        refused(2, "has withdrawn it", "review propose", "--from", "later", "--title", "Three");
        refused(2, "has withdrawn it", "review revise", id, "--from", "later");
        refused(2, "has withdrawn it", "review decline", id, "--reason", "no");
        refused(2, "has withdrawn it", "review accept", id, "--choose", "theirs");
        refused(2, "has withdrawn it", "review undo", "--reason", "too soon");
        assertEquals(merged, Files.readString(design.resolve("bom.csv")));
    }

    @Test
    void whatCouldNotBeShownAfterwardsIsNotSaid() throws IOException {
        String comment = comment();
        byte[] kept = Files.readAllBytes(object(main.hex()));
        Files.write(replaceable(object(main.hex())), new byte[0]);
        refused(2, "damaged", "review comment add", "--file", "bom.csv", "--line", "1", "--text", "again");
        Map<String, CommitId> before = refs();
        assertEquals(2, at("review comment resolve", comment, "--json"));
        assertEquals(before, refs());
        Files.write(object(main.hex()), kept);
        assertEquals(0, at("review comment resolve", comment, "--json"), err());
        Files.writeString(design.resolve(".git/packed-refs"), "garbage\n\0\n");
        assertEquals(2, at("review list"));
        assertTrue(err().contains("packed-refs") && !err().contains("java."), err());
    }

    private static Path replaceable(Path object) throws IOException {
        Files.delete(object);
        return object;
    }

    @Test
    void whereRefsAreLockedAProposalIsNotTakenHalf() throws IOException {
        String id = propose("One");
        String file = folder.resolve("one.proposal").toString();
        assertEquals(0, at("review export", id, "-o", file), err());
        String other = folder.resolve("other").toString();
        GitRepository.cloneFrom(design.toUri().toString(), Path.of(other), Progress.NONE).close();
        goTo(Path.of(other));
        Path lock = Files.createFile(design.resolve(".git/packed-refs.lock"));
        refused(2, "packed-refs.lock", "review import", file);
        Files.delete(lock);
        assertEquals(0, at("review import", file), err());
        assertTrue(out().contains("One"), out());
    }

    @Test
    void nothingIsDecidedWhileSomeOfWhatWasSaidCannotBeRead() throws IOException {
        propose("Other");
        String agent = json().path("agent").asText();
        CommitId ruled = Repos.commit(repository, Map.of("bom.csv", BOM, "commons.toml", """
                version = 1
                [[maintainers]]
                path = "."
                people = ["%s"]
                """.formatted(agent)), main);
        Files.delete(object(repository.tree(log()).fingerprint(new RepoPath("entries.jsonl"))));
        CommitId next = Repos.commit(repository, Map.of("bom.csv", BOM.replace("4", "6"), "commons.toml",
                new String(repository.tree(ruled).read(new RepoPath("commons.toml"), 1 << 16),
                        StandardCharsets.UTF_8)),
                ruled);
        assertEquals(1, at("review gate", "--ref", "refs/heads/main", "--from", ruled.hex(), "--to", next.hex()));
        assertTrue((out() + err()).contains("cannot be read here"), out() + err());
    }

    @Test
    void aPipeAmongGitsOwnFilesIsNamedAndNotRead() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
        for (String name : List.of("HEAD", "config", "packed-refs", "info/grafts", "refs/heads/deep/er",
                "objects/pack/pack-1.idx")) {
            Path file = design.resolve(".git").resolve(name);
            Path aside = design.resolve("aside");
            Files.createDirectories(file.resolveSibling(""));
            if (Files.exists(file)) {
                Files.move(file, aside);
            }
            assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", file.toString()).start().waitFor());
            assertEquals(2, assertTimeoutPreemptively(Duration.ofSeconds(60), () -> at("review list")), name);
            assertTrue(err().contains(file.getFileName().toString()) && err().contains("pipe"), err());
            Files.delete(file);
            if (Files.exists(aside)) {
                Files.move(aside, file);
            }
        }
        assertEquals(0, at("review list"), err());
    }
}
