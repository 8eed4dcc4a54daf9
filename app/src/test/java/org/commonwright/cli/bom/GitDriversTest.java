package org.commonwright.cli.bom;

import static org.commonwright.git.Repos.git;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonwright.cli.Cli;
import org.commonwright.cli.CliRig;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The real Git with our drivers.
@Execution(ExecutionMode.CONCURRENT)
class GitDriversTest extends CliRig {
    private static final String BASE = "Part,Quantity,Unit,Notes\nrail,2,m,\n# frame\nnut,4,,\nplate,1,,blue\n";

    private Path design;

    /// Two branches from BASE, `other` and `main`.
    private void diverge(String ours, String theirs) throws IOException {
        design = folder.resolve("a design");
        Files.createDirectories(design);
        git(design, "init", "-q", "-b", "main");
        write(BASE, "begin");
        git(design, "checkout", "-q", "-b", "other");
        write(theirs, "theirs");
        git(design, "checkout", "-q", "main");
        write(ours, "ours");
    }

    private void write(String text, String message) throws IOException {
        Repos.write(design, "bom.csv", text);
        git(design, "add", "bom.csv");
        git(design, "commit", "-q", "-m", message);
    }

    private String bom() throws IOException {
        return Files.readString(design.resolve("bom.csv"));
    }

    @Test
    void plainGitMergesByCellAndShowsByPart() throws IOException {
        diverge(BASE.replace("nut,4,,", "nut,6,,").replace("Notes", "Remarks"),
                "Part,Notes,Quantity,Unit\nrail,,2,m\n# frame\nnut,thin,4,\nplate,blue,1,\nbolt,,8,\n");
        assertEquals(Cli.DONE, run("git", "install", design.toString()));
        git(design, "merge", "-q", "-m", "merge", "other");
        String merged = "Part,Quantity,Unit,Remarks\nrail,2,m,\n# frame\nnut,6,,thin\nplate,1,,blue\nbolt,8,,\n";
        assertEquals(merged, bom());
        Repos.write(design, "bom.csv", merged.replace("bolt,8", "bolt,9"));
        String diff = git(design, "diff");
        assertTrue(diff.contains("~  bom.csv  bolt  Quantity: “8” → “9”"), diff);
        assertEquals(Cli.DONE, run("git", "remove", design.toString()));
        assertTrue(git(design, "diff").contains("-bolt,8,,"));
        assertEquals("", Files.readString(design.resolve(".git/info/attributes")).lines()
                .filter(line -> line.contains("commonwright")).findFirst().orElse(""));
    }

    @Test
    void aConflictOfPlainGitIsMarkedAndDecided() throws IOException {
        diverge(BASE.replace("nut,4", "nut,6"), BASE.replace("nut,4", "nut,8").replace("rail,2", "rail,3"));
        run("git", "install", design.toString());
        assertTrue(Repos.run(design, Repos.command("merge", "other")).isEmpty());
        assertEquals(BASE.replace("rail,2", "rail,3").replace("nut,4,,\n",
                "<<<<<<< ours\nnut,6,,\n||||||| base\nnut,4,,\n=======\nnut,8,,\n>>>>>>> theirs\n"), bom());
        String file = design.resolve("bom.csv").toString();
        assertEquals(Cli.NO, run("bom", "resolve", file));
        assertTrue(out().startsWith("1  nut, Quantity: base “4”, ours “6”, theirs “8”"), out());
        assertEquals(Cli.BAD_INPUT, run("bom", "resolve", file, "--choose", "2=ours"));
        assertEquals(Cli.DONE, run("bom", "resolve", file, "--choose", "1:7"));
        git(design, "add", "bom.csv");
        git(design, "commit", "-q", "-m", "merge");
        assertEquals(BASE.replace("rail,2", "rail,3").replace("nut,4", "nut,7"),
                git(design, "show", "HEAD:bom.csv") + "\n");
    }

    @Test
    void theLinesAreAddedOnceAndTakenBack() throws IOException {
        design = folder.resolve("b");
        GitRepository.init(design).close();
        Repos.write(design, ".gitattributes", "*.stl binary");
        assertEquals(Cli.NO, run("git", "status", design.toString()));
        for (int i = 0; i < 2; i++) {
            assertEquals(Cli.DONE, run("git", "install", "--share", "--json", design.toString()));
        }
        assertEquals(3, json().path("attributes").size());
        String shared = Files.readString(design.resolve(".gitattributes"));
        assertTrue(shared.startsWith("*.stl binary\n["), shared);
        assertEquals(4, shared.lines().count());
        assertEquals(Cli.DONE, run("git", "status", design.toString()));
        run("git", "remove", design.toString());
        assertFalse(Files.readString(design.resolve(".git/config")).contains("commonwright"));
    }

    @Test
    void whenOneFileCannotBeWrittenNoneIs() throws IOException {
        diverge(BASE + "\n", BASE + "\n\n");
        String config = Files.readString(design.resolve(".git/config"));
        Files.createSymbolicLink(design.resolve(".gitattributes"), design.resolve("bom.csv"));
        assertEquals(Cli.BAD_INPUT, run("git", "install", "--share", design.toString()));
        assertTrue(err().contains(".gitattributes is a link"), err());
        assertEquals(config, Files.readString(design.resolve(".git/config")));
        assertFalse(Files.exists(design.resolve(".git/info/attributes")));
        assertEquals(BASE + "\n", bom());
    }
}
