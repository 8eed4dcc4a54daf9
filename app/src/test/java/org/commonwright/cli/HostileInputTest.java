package org.commonwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What nobody should be able to do to a person by handing them a file or a repository.
@Execution(ExecutionMode.CONCURRENT)
class HostileInputTest {
    private static final String ESCAPE = "\u001b";

    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aNameWithEscapeSequencesIsShownAndNotObeyed() throws IOException {
        Path design = folder.resolve("design");
        try (var repository = GitRepository.init(design)) {
            var evil = new Person("Ma" + ESCAPE + "[31mllory \u202eyrollam", "m@example.org");
            var draft = new CommitDraft(evil, Repos.NOON, "test: a file");
            draft.put(new RepoPath("a.txt"), "one\n".getBytes(StandardCharsets.UTF_8));
            repository.refs().update("refs/heads/main", Optional.empty(), repository.commits().write(draft));
        }
        assertEquals(0, run("contributors", design.toString()), this::said);
        assertTrue(said().contains("Ma\ufffd[31mllory \ufffdyrollam"), this::said);
        assertFalse(said().contains(ESCAPE), this::said);
        assertEquals(0, run("contributors", design.toString(), "--json"), this::said);
        assertTrue(new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8)).toString().contains("\u202e"));
        assertFalse(said().contains("\u202e"), this::said);
        assertEquals(2, run("bom", "read", "no" + ESCAPE + "c.csv"));
        assertFalse(said().contains(ESCAPE), this::said);
    }

    @Test
    void devicesAndFoldersAreNoFiles() {
        Path device = Path.of("/dev/zero");
        Assumptions.assumeTrue(Files.exists(device), "needs /dev/zero");
        for (Path file : List.of(device, folder)) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                String sentence = new Messages(language).get("files.not-plain", file);
                for (List<String> command : List.of(List.of("bom", "read", file.toString()),
                        List.of("mesh", "diff", file.toString(), file.toString()),
                        List.of("gcode", "info", file.toString()),
                        List.of("machine", "run", "virtual:grbl", file.toString()))) {
                    assertEquals(2, run(language, command), this::said);
                    assertEquals(sentence, said().strip());
                }
            }
        }
    }

    @Test
    void aPortBeyondTheHighestIsNoPort() throws IOException {
        Path program = Files.writeString(folder.resolve("a.gcode"), "G21\n");
        assertEquals(2, run("machine", "run", "tcp://localhost:99999", program.toString()));
        assertEquals(new Messages(Locale.ENGLISH).get("machine.bad-port", "tcp://localhost:99999"), said().strip());
    }

    @Test
    void aLogWhoseCommitIsMissingStopsNoOtherLog() throws IOException {
        Path design = folder.resolve("design");
        try (var repository = GitRepository.init(design)) {
            var store = RecordStore.open(repository, Identity.open(folders(), Repos.ADA), () -> Repos.NOON);
            store.append("order", JsonNodeFactory.instance.objectNode().put("part", "frame"));
        }
        Repos.write(design, ".git/refs/commonwright/log/" + "ab".repeat(32), "1".repeat(40) + "\n");
        assertEquals(1, run("record", "verify", design.toString(), "--json"), this::said);
        var json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertEquals(2, json.path("logs").asInt());
        assertEquals(1, json.path("entries").asInt());
        assertEquals("git.missing-object", json.path("bad").path(0).path("code").asText(), json::toString);
    }

    @Test
    void linksAndABrokenRepositoryAreTold() throws IOException {
        Path design = Files.createDirectories(folder.resolve("design/modules")).getParent();
        Path secret = Files.writeString(folder.resolve("secret.csv"), "Part,Quantity\nsecret,1\n");
        try {
            Files.createSymbolicLink(design.resolve("bom.csv"), secret);
            Files.createSymbolicLink(design.resolve("modules/away"), folder);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Assumptions.abort("needs symbolic links: " + e.getMessage());
        }
        Repos.write(design, ".git/HEAD", "garbage");
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            var messages = new Messages(language);
            assertEquals(0, run(language, List.of("design", "tree", design.toString())));
            assertTrue(said().contains(messages.get("design.links", 2, "bom.csv, modules/away")), this::said);
            assertTrue(said().contains(messages.get("design.broken-repository", design)), this::said);
        }
        assertEquals(0, run("bom", "rollup", design.toString()));
        assertFalse(said().contains("secret"), this::said);
    }

    @Test
    void deepNestingIsToldInTheReadersWords() throws IOException {
        Path design = folder.resolve("design");
        Repos.write(design, "okh.toml", "a = " + "[".repeat(100_000));
        assertEquals(0, run(Locale.FRENCH, List.of("design", "tree", design.toString())));
        assertTrue(said().contains(new Messages(Locale.FRENCH).get("design.toml-limits")), this::said);
    }

    @Test
    void aManifestThatExplodesIsToldAndTheRestIsRead() throws IOException {
        Path design = folder.resolve("design");
        var bomb = new StringBuilder("title: &a0 x\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("k").append(i).append(": &a").append(i).append(" [*a").append(i - 1).append(", *a")
                    .append(i - 1).append("]\n");
        }
        Repos.write(design, "okh.yml", bomb.toString());
        Repos.write(design, "big/okh.yaml", "title: x\nkeywords:\n" + "  - word\n".repeat(1_200_000));
        Repos.write(design, "bom.csv", "Part,Quantity\nrod,2\n");
        var messages = new Messages(Locale.FRENCH);
        assertEquals(0, run(Locale.FRENCH, List.of("design", "tree", design.toString())));
        assertTrue(said().contains(messages.get("design.yaml-limits")), this::said);
        assertTrue(said().contains("big/okh.yaml"), this::said);
        assertEquals(0, run("bom", "rollup", design.toString()));
        assertTrue(said().contains("rod"), this::said);
        assertEquals(1, run("design", "manifest", design.toString(), "--check"));
    }

    @Test
    void tenThousandLevelsAreTenThousandModules() throws IOException {
        Path design = folder.resolve("design");
        var levels = new StringBuilder("Level,Part,Quantity\n");
        for (int i = 1; i <= 10_000; i++) {
            levels.append(i).append(",p").append(i).append(i == 2 ? ",2\n" : ",1\n");
        }
        Repos.write(design, "bom.csv", levels.toString());
        assertEquals(0, run("bom", "rollup", design.toString(), "--json"), this::said);
        var json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertEquals("p10000 2", json.path("lines").path(0).path("part").asText() + " "
                + json.path("lines").path(0).path("quantity").asText());
        assertEquals(0, run("design", "tree", design.toString(), "--json"));
        assertEquals(2, run("bom", "convert", design.resolve("bom.csv").toString(), "-o",
                folder.resolve("out.csv").toString()));
    }

    private int run(String... arguments) {
        return run(Locale.ENGLISH, List.of(arguments));
    }

    private int run(Locale language, List<String> arguments) {
        out.reset();
        err.reset();
        return new Cli(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), new Messages(language), folders(), Progress.NONE)
                .run(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private AppFolders folders() {
        return AppFolders.of(Map.of("COMMONWRIGHT_HOME", folder.resolve("home").toString()), folder, "Linux");
    }
}
