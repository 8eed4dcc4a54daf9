package org.commonwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.git.GitRepository;
import org.commonwright.git.PushUpdate;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class LfsCommandTest extends CliRig {
    @Override
    protected AppFolders folders() {
        return AppFolders.under(folder.resolve("person"));
    }

    private static final String CUBE = "solid c\n facet normal 0 0 1\n  outer loop\n   vertex 0 0 0\n   vertex 1 0 0\n"
            + "   vertex 0 1 0\n  endloop\n endfacet\nendsolid c\n";

    private String home;
    private String design;

    /// A home whose large file is on a shelf, and a clone that could not get it.
    @BeforeEach
    void clonePoorly() throws IOException {
        home = folder.resolve("home.git").toString();
        GitRepository.initBare(Path.of(home)).close();
        try (GitRepository made = GitRepository.init(folder.resolve("made"))) {
            assertEquals(0, run("lfs", "track", made.folder().toString(), "*.stl"));
            Repos.write(made.folder(), "okh.toml", "okhv = \"2.4\"\nname = \"Lamp\"\nversion = \"1\"\n");
            Repos.write(made.folder(), "bom.csv", "Kind,Quantity,Unit,Part,File\nmake,1,pcs,arm,export/arm.stl\n");
            Repos.write(made.folder(), "export/arm.stl", CUBE);
            CommitId commit = made.workTree().commit("arm", Repos.ADA, Repos.NOON,
                    Stream.of(".gitattributes", "okh.toml", "bom.csv", "export/arm.stl").map(RepoPath::new).toList(),
                    Optional.empty());
            made.remotes().push(home, List.of(new PushUpdate(commit, "refs/heads/main", Optional.empty())),
                    Progress.NONE);
        }
        Files.move(Path.of(home, "lfs"), folder.resolve("shelf"));
        design = folder.resolve("design").toString();
        GitRepository.cloneFrom(home, Path.of(design), Progress.NONE).close();
    }

    @Test
    void statusFetchAndPush() throws IOException {
        assertEquals(0, run("lfs", "status", design, "--json"));
        assertEquals(1, json().path("away").asInt());
        assertEquals(CUBE.length(), json().path("bytes_away").asInt());
        assertEquals("export/arm.stl", json().at("/files/0/path").asText());
        assertEquals(0, run("lfs", "status", design));
        assertTrue(out().contains("export/arm.stl") && out().contains("not here"), out());

        assertEquals(1, run("lfs", "fetch", design, "--json"));
        assertEquals("git.lfs-not-there", json().at("/failed/0/code").asText());
        assertEquals(2, run("lfs", "fetch", design, "export/leg.stl"));
        assertTrue(error().contains("export/leg.stl"), error());
        assertEquals(2, run("lfs", "push", design, "--remote", folder.resolve("nowhere.git").toString()));

        Files.move(folder.resolve("shelf"), Path.of(home, "lfs"));
        assertEquals(0, run("lfs", "fetch", design, "export/", "--json"));
        assertEquals(1, json().path("written").asInt());
        assertEquals(CUBE, Files.readString(Path.of(design, "export/arm.stl")));
        assertEquals(0, run("lfs", "fetch", design));
        String empty = folder.resolve("empty.git").toString();
        GitRepository.initBare(Path.of(empty)).close();
        assertEquals(0, run("lfs", "push", design, "--remote", empty, "--json"));
        assertEquals(1, json().path("files").asInt());
        assertTrue(Files.isDirectory(Path.of(empty, "lfs/objects")));
    }

    @Test
    void readersSayThatTheFileIsNotHereInsteadOfReadingItsPointer() {
        String mesh = Path.of(design, "export/arm.stl").toString();
        for (List<String> command : List.of(List.of("mesh", "info", mesh), List.of("mesh", "diff", mesh, mesh))) {
            assertEquals(2, run(command.toArray(String[]::new)));
            assertTrue(error().contains("has not been fetched"), error());
        }
        assertEquals(2, run("design", "release", design, "-o", folder.resolve("out").toString(), "--despite-errors"));
        assertTrue(error().contains("export/arm.stl") && error().contains("not released"), error());
        assertTrue(Files.notExists(folder.resolve("out")));
        assertEquals(0, run("design", "tree", design, "--json"));
    }

    /// Whatever kind of file is away, every command answers, and none reads a pointer as if it were the file.
    @ParameterizedTest
    @ValueSource(strings = {"[a-z]*.*", "*.png", "*.gcode"})
    void everyReaderLivesWithFilesThatAreAway(String large) throws IOException {
        String poor = folder.resolve("poor.git").toString();
        GitRepository.initBare(Path.of(poor)).close();
        try (GitRepository made = GitRepository.init(folder.resolve("all"))) {
            Repos.write(made.folder(), ".gitattributes", large + " filter=lfs -text\n");
            Repos.write(made.folder(), "okh.toml",
                    "okhv = \"2.4\"\nname = \"Lamp\"\nversion = \"1\"\nimage = \"p.png\"\n");
            Repos.write(made.folder(), "bom.csv", "Kind,Quantity,Unit,Part,File\nmake,1,pcs,arm,export/arm.gcode\n");
            Repos.write(made.folder(), "offers.csv", "Part,Supplier,Price,Currency\narm,X,1,EUR\n");
            Repos.write(made.folder(), "commons.toml", "[design]\n");
            Repos.write(made.folder(), "commons.lock", "version = 1\n");
            Repos.write(made.folder(), "README.md", "# Lamp\n![p](p.png)\n");
            Repos.write(made.folder(), "assembly.md", "# Assembly\n\n## Step\n\n![p](p.png)\n");
            Repos.write(made.folder(), "p.png", "not a picture");
            Repos.write(made.folder(), "export/arm.gcode", "G1 X1\n");
            Repos.write(made.folder(), "stock.csv", "Part,Quantity\narm,1\n");
            Repos.write(made.folder(), "rates.csv", "Date,From,To,Rate\n2026-01-01,EUR,USD,1.1\n");
            CommitId commit = made.workTree().commit("all", Repos.ADA, Repos.NOON,
                    Stream.concat(made.workTree().status().untracked().stream(), Stream.of(new RepoPath("bom.csv")))
                            .toList(),
                    Optional.empty());
            made.remotes().push(poor, List.of(new PushUpdate(commit, "refs/heads/main", Optional.empty())),
                    Progress.NONE);
        }
        Files.move(Path.of(poor, "lfs"), folder.resolve("all-shelf"));
        String dir = folder.resolve("all-away").toString();
        GitRepository.cloneFrom(poor, Path.of(dir), Progress.NONE).close();
        for (String line : List.of("design tree D", "design tree D --at HEAD", "design check D", "bom rollup D",
                "bom rollup D --at HEAD", "bom shop D -o O", "design instructions D -o O/i.html",
                "design report completeness D", "design report durability D", "bom export D -o O/b.csv --to csv",
                "bom scope", "bom read D/bom.csv", "gcode info D/export/arm.gcode", "contributors D",
                "licence check D", "order plan D", "design release D -o O", "bom diff D HEAD HEAD")) {
            String[] command = line.replace("D/", dir + "/").replaceAll(" D( |$)", " " + dir + "$1")
                    .replace("O/", folder + "/out/").replaceAll(" O$", " " + folder + "/out").split(" ");
            int code = run(command);
            assertFalse(error().contains("nexpected") || out().contains("nexpected"), line + ": " + error());
            assertFalse(out().contains("git-lfs.github.com"), line + ": " + out());
            assertTrue(code == 0 || !out().isEmpty() || error().lines().count() == 1, line + ": " + error());
        }
    }

    @Test
    void aRuleIsAddedOnceAndTheRestStays() throws IOException {
        Path file = folder.resolve("made/.gitattributes");
        Files.writeString(file, "# mine\r\n*.png binary");
        assertEquals(0, run("lfs", "track", folder.resolve("made").toString(), "my parts/*.step", "--json"));
        assertTrue(json().path("added").asBoolean());
        String after = "# mine\r\n*.png binary\r\nmy[[:space:]]parts/*.step filter=lfs diff=lfs merge=lfs -text\r\n";
        assertEquals(after, Files.readString(file));
        assertEquals(0, run("lfs", "track", folder.resolve("made").toString(), "my parts/*.step", "--json"));
        assertEquals(after, Files.readString(file));
        assertEquals(2, run("lfs", "track", folder.resolve("made").toString(), "a\nb"));
        Files.delete(file);
        Files.createSymbolicLink(file, folder.resolve("elsewhere"));
        assertEquals(2, run("lfs", "track", folder.resolve("made").toString(), "*.x"));
        assertTrue(Files.notExists(folder.resolve("elsewhere")));
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
