package org.commonwright.cli.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.commonwright.cli.Cli;
import org.commonwright.cli.CliRig;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ReviewCommentCommandTest extends CliRig {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Person LENA = new Person("Lena", "lena@fork.invalid");
    private static final RepoPath README = new RepoPath("README.md");
    private static final RepoPath BOM = new RepoPath("bom.csv");

    private Path design;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void aDesignWithAFork() {
        design = folder.resolve("plotter");
        try (var repository = GitRepository.init(design)) {
            CommitId main = repository.commits().write(new CommitDraft(LENA, NOON, "begin")
                    .put(README, bytes("one\r\ntwo rods\r\nthree\r\n")).put(BOM, bytes("Part,Quantity\nscrew,4\n")));
            repository.workTree().advance(Optional.empty(), main);
            repository.refs().createBranch("fork", repository.commits().write(new CommitDraft(LENA, NOON, "more")
                    .on(main).put(BOM, bytes("Part,Quantity\nrod,2\nscrew,4\n"))));
        }
    }

    private String read(String revision, RepoPath path) {
        try (var repository = GitRepository.open(design)) {
            return new String(repository.tree(repository.require(revision)).read(path, 1 << 20),
                    StandardCharsets.UTF_8);
        }
    }

    private String add(String... more) throws IOException {
        String[] all = new String[more.length + 6];
        System.arraycopy(new String[]{"review", "comment", "add", design.toString(), "--json", "--text=Why?"}, 0, all,
                0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        assertEquals(Cli.DONE, run(all), err());
        return json().get("id").asText();
    }

    @Test
    void aSuggestedCellIsOneCommitOnTheFork() throws IOException {
        String id = add("--file=bom.csv", "--part=screw", "--column=quantity", "--suggest=6", "--at=fork");
        assertEquals(Cli.DONE, run("review", "comment", "answer", design.toString(), id, "--text", "Sure."));
        assertEquals(Cli.DONE, run("review", "comment", "apply", design.toString(), id.substring(0, 12), "--json"));
        assertEquals("fork", json().get("branch").asText());
        assertEquals("Part,Quantity\nrod,2\nscrew,6\n", read("fork", BOM));
        assertEquals("Part,Quantity\nscrew,4\n", read("HEAD", BOM));
        assertEquals(Cli.DONE, run("review", "comment", "list", design.toString(), "--at=fork", "--all", "--json"));
        assertFalse(json().at("/comments/0/open").asBoolean());
        assertEquals(2, json().at("/comments/0/remarks").size());
        assertTrue(json().at("/comments/0/resolved/commit").asText().matches("[0-9a-f]{40}"));
        assertEquals(Cli.DONE, run("review", "comment", "list", design.toString()));
        assertEquals("No open comments; 1 is resolved (--all shows what was).", out().strip());
    }

    @Test
    void anAppliedSuggestionPutsOnesOwnProposalForward() throws IOException {
        String branch;
        try (var repository = GitRepository.open(design)) {
            repository.configurePerson(LENA);
            branch = repository.currentBranch().orElseThrow();
        }
        assertEquals(Cli.DONE, run("review", "propose", design.toString(), "--from", "fork", "--into", branch,
                "--title", "More", "--json"), err());
        String proposal = json().get("id").asText();
        String id = add("--file=bom.csv", "--part=screw", "--column=quantity", "--suggest==1+5",
                "--proposal=" + proposal);
        assertEquals(Cli.DONE, run("review", "comment", "list", design.toString(), "--at=fork"));
        assertTrue(out().contains("would run this as a formula"), out());
        assertEquals(Cli.DONE, run("review", "comment", "apply", design.toString(), id, "--json"), err());
        String commit = json().get("commit").asText();
        assertTrue(json().get("put_forward").asBoolean(), out());
        assertEquals("Part,Quantity\nrod,2\nscrew,=1+5\n", read("fork", BOM));
        assertEquals(Cli.DONE, run("review", "list", design.toString(), "--json"));
        assertEquals(commit, json().at("/proposals/0/head").asText());
        try (var repository = GitRepository.open(design)) {
            var fork = repository.require("fork");
            assertTrue(repository.refs().update("refs/heads/fork", Optional.of(fork), repository.commits()
                    .write(new CommitDraft(LENA, NOON, "unready").on(fork).put(README, bytes("one\n")))));
        }
        String late = add("--file=bom.csv", "--part=rod", "--column=quantity", "--suggest=3", "--at=fork");
        assertEquals(Cli.DONE, run("review", "comment", "apply", design.toString(), late), err());
        assertTrue(out().contains("Your proposal “More” stood at " + commit.substring(0, 10)), out());
        assertEquals(Cli.DONE, run("review", "list", design.toString(), "--json"));
        assertEquals(commit, json().at("/proposals/0/head").asText(), "what is not ready is not put forward");
    }

    @Test
    void suggestedLinesKeepTheFilesLineEndsAndStaleOnesAreRefused() throws IOException {
        String id = add("--file=README.md", "--line=2", "--suggest=two steel rods\nof 8 mm");
        assertEquals(Cli.DONE, run("review", "comment", "apply", design.toString(), id), err());
        assertEquals("one\r\ntwo steel rods\r\nof 8 mm\r\nthree\r\n", read("HEAD", README));
        assertEquals(read("HEAD", README), Files.readString(design.resolve("README.md")));
        assertEquals(Cli.DONE, run("review", "comment", "reopen", design.toString(), id));
        assertEquals(Cli.NO, run("review", "comment", "apply", design.toString(), id));
        assertTrue(err().contains("cannot be applied any more"), err());
        assertEquals(Cli.DONE, run("review", "comment", "list", design.toString()));
        assertTrue(out().contains("README.md, line 2"), out());
    }

    @Test
    void uncommittedWorkInTheWayIsKept() throws IOException {
        String id = add("--file=README.md", "--line=3", "--suggest=drei");
        Files.writeString(design.resolve("README.md"), "my own words\n");
        assertEquals(Cli.BAD_INPUT, run("review", "comment", "apply", design.toString(), id));
        assertEquals("my own words\n", Files.readString(design.resolve("README.md")));
        assertEquals("one\r\ntwo rods\r\nthree\r\n", read("HEAD", README));
    }

    @Test
    void whatIsNoPlaceIsSaidInOneSentence() {
        for (String[] bad : new String[][]{{"--file=../x"}, {"--file=nothing.md"}, {"--module=nowhere"},
                {"--file=README.md", "--line=9"}, {"--file=README.md", "--point=1,2"}, {},
                {"--file=bom.csv", "--part=screw", "--column=Colour"}, {"--file=.git/config"},
                {"--module=.", "--suggest=x"}}) {
            String[] all = new String[bad.length + 5];
            System.arraycopy(new String[]{"review", "comment", "add", design.toString(), "--text=x"}, 0, all, 0, 5);
            System.arraycopy(bad, 0, all, 5, bad.length);
            assertEquals(Cli.BAD_INPUT, run(all), () -> String.join(" ", bad));
            assertEquals(1, err().lines().count(), err());
        }
        assertEquals(Cli.DONE, run("review", "comment", "list", design.toString()));
        assertEquals("No comments.", out().strip());
    }

    @Test
    void oneTakesOnesOwnWordsBack() throws IOException {
        String id = add("--module=.");
        assertEquals(Cli.DONE, run("review", "comment", "edit", design.toString(), id, "--text", "Otherwise."));
        assertEquals(Cli.DONE, run("review", "comment", "list", design.toString(), "--json"));
        assertEquals("Otherwise.", json().at("/comments/0/remarks/0/text").asText());
        assertEquals(Cli.DONE, run("review", "comment", "withdraw", design.toString(), id));
        assertEquals(Cli.BAD_INPUT, run("review", "comment", "resolve", design.toString(), id));
    }
}
