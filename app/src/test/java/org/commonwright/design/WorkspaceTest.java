package org.commonwright.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonwright.cli.Cli;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class WorkspaceTest {
    private static final Person ADA = new Person("Ada", "ada@example.org");

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path design(String name, Map<String, String> files) throws IOException {
        Path folder = home.resolve("workspace").resolve(name);
        try (GitRepository repository = GitRepository.init(folder)) {
            commit(repository, files);
        }
        return folder;
    }

    private static CommitId commit(GitRepository repository, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = repository.folder().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return repository.workTree().commit("Change", ADA, Instant.EPOCH,
                files.keySet().stream().map(RepoPath::new).toList(), Optional.empty());
    }

    private int cli(String... arguments) {
        out.reset();
        err.reset();
        return new Cli(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), new Messages(Locale.UK), AppFolders.under(home))
                .run(List.of(arguments));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    @Test
    void aPinnedModuleIsReadFromItsCommitAlsoWhenItsCloneMovedOn() throws IOException {
        Path controller = design("controller",
                Map.of("hw/okh.toml", "okhv = \"2.4\"\nname = \"Controller\"\nversion = \"1\"\n",
                        "README.md", "x"));
        Path plotter = design("plotter", Map.of("okh.toml", "okhv = \"2.4\"\nname = \"Plotter\"\n", "bom.csv",
                "Part,Kind,Quantity,Module\nController,module,1,@controller\n"));
        assertEquals(Cli.NO, cli("design", "check", plotter.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("@controller"), out::toString);
        assertEquals(Cli.DONE, cli("design", "pin", plotter.toString(), "controller", "--from", "controller", "--path",
                "hw"), err::toString);
        try (GitRepository repository = GitRepository.open(controller)) {
            commit(repository, Map.of("hw/okh.toml", "okhv = \"2.4\"\nname = \"Controller two\"\n"));
        }
        assertEquals(Cli.DONE, cli("design", "tree", plotter.toString(), "--json"), err::toString);
        assertEquals("Plotter", json().path("name").asText());
        assertTrue(json().path("commit").asText().matches("[0-9a-f]{40}"));
        JsonNode module = json().path("modules").path(0);
        assertEquals("Controller", module.path("name").asText());
        assertEquals("hw", module.path("path").asText());
        assertEquals("1", module.path("version").asText());
        assertTrue(module.path("modules").isArray());
        assertEquals(0, json().path("problems").size(), out::toString);
    }

    @Test
    void aRepositoryIsFoundByItsAddress() throws IOException {
        Path lift = design("forks/my-lift", Map.of("okh.toml", "name = \"Lift\"\n"));
        try (GitRepository repository = GitRepository.open(lift)) {
            repository.remotes().add("origin", "https://git.example.org/pens/lift.git");
        }
        try (var workspace = new Workspace(home.resolve("workspace"))) {
            assertEquals("my-lift", workspace.find("git@git.example.org:pens/lift").orElseThrow().name());
            assertEquals("my-lift", workspace.find("my-lift").orElseThrow().name());
            assertEquals("my-lift", workspace.find(lift.toString()).orElseThrow().name());
            assertTrue(workspace.find("https://git.example.org/pens/other").isEmpty());
        }
    }

    @Test
    void aBrokenRepositoryKeepsNobodyFromBeingFound() throws IOException {
        Files.createDirectories(home.resolve("workspace/broken/.git"));
        Files.writeString(home.resolve("workspace/broken/.git/HEAD"), "nonsense");
        design("lift", Map.of("okh.toml", "name = \"Lift\"\n"));
        try (var workspace = new Workspace(home.resolve("workspace"))) {
            assertEquals("lift", workspace.find("lift").orElseThrow().name());
        }
    }

    @Test
    void aDeepDesignIsShown() throws IOException {
        Path deep = Files.createDirectories(home.resolve("deep"));
        int depth = 1200;
        for (int i = 0; i < depth; i++) {
            Path module = i == 0 ? deep : Files.createDirectories(deep.resolve("m" + i));
            String next = i == 0 ? "m1" : "../m" + (i + 1);
            Files.writeString(module.resolve("bom.csv"), "Part,Kind,Quantity,Module\nnext,module,1," + next + "\n");
        }
        Files.createDirectories(deep.resolve("m" + depth));
        Files.writeString(deep.resolve("m" + depth).resolve("bom.csv"), "Part,Quantity\nbolt,1\n");
        assertEquals(Cli.DONE, cli("design", "tree", deep.toString(), "--json"), err::toString);
        JsonNode module = json();
        assertEquals(0, module.path("problems").size());
        int shown = 0;
        while (module.path("modules").has(0)) {
            module = module.path("modules").path(0);
            shown++;
        }
        assertEquals(300, shown);
        assertEquals(1, module.path("deeper").asInt());
        assertEquals(Cli.DONE, cli("design", "tree", deep.toString()));
        assertEquals(depth + 1, out.toString(StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void anOlderStateIsReadFromItsCommit() throws IOException {
        Path plotter = design("plotter", Map.of("okh.toml", "okhv = \"2.4\"\nname = \"Old\"\nlicense = \"CC0-1.0\"\n"));
        Files.writeString(plotter.resolve("okh.toml"), "okhv = \"2.4\"\nname = \"New\"\n");
        try (var workspace = new Workspace(home.resolve("workspace"))) {
            var reader = new DesignReader(workspace);
            assertEquals("New", reader.read(plotter).tree().root().name());
            assertEquals("Old", reader.read(plotter, "HEAD").tree().root().name());
            assertEquals("git.no-revision",
                    assertThrows(Fault.class, () -> reader.read(plotter, "v9")).code());
            assertEquals("design.no-folder",
                    assertThrows(Fault.class, () -> reader.read(home.resolve("none"))).code());
        }
    }

    @Test
    void aPinnedCommitThatWasNotFetchedIsSaid() throws IOException {
        design("controller", Map.of("okh.toml", "name = \"C\"\n"));
        Path plotter = design("plotter", Map.of("bom.csv", "Part,Kind,Quantity,Module\nC,module,1,@c\n"));
        cli("design", "pin", plotter.toString(), "c", "--from", "controller");
        Path lock = plotter.resolve("commons.lock");
        Files.writeString(lock,
                Files.readString(lock).replaceFirst("commit = \".*\"", "commit = \"" + "1".repeat(40) + "\""));
        assertEquals(Cli.DONE, cli("design", "tree", plotter.toString(), "--json"), err::toString);
        assertEquals(List.of("design.lock-edited", "design.commit-missing"),
                json().path("problems").findValuesAsText("code"));
    }

    @Test
    void aFolderThatIsNoRepositoryIsADesignToo() throws IOException {
        Path folder = Files.createDirectories(home.resolve("loose/arm"));
        Files.writeString(folder.resolve("bom.csv"), "Part,Quantity\nbolt,4\n");
        assertEquals(Cli.DONE, cli("design", "tree", home.resolve("loose").toString(), "--json"));
        assertTrue(json().path("commit").isNull());
        assertEquals("arm", json().path("modules").path(0).path("name").asText());
    }

    @Test
    void aNameWithALineEndStaysOneEntryOfTheLock() {
        String zeros = "0".repeat(40);
        var entry = new LockEntry("a\"\n[[module]]\nname = \"b", "r\\\u007f", new RepoPath("x"), new CommitId(zeros),
                zeros);
        String text = LockFile.EMPTY.with(entry).write();
        var problems = new ArrayList<Problem>();
        LockFile read = LockFile.read("commons.lock", text.getBytes(StandardCharsets.UTF_8), problems::add);
        assertEquals(1, read.entries().size(), problems::toString);
        assertFalse(problems.stream().anyMatch(p -> p.code().equals("design.not-toml")), problems::toString);
    }

    @Test
    void aBrokenLockIsNotWrittenOver() throws IOException {
        design("controller", Map.of("okh.toml", "name = \"C\"\n"));
        Path plotter = design("plotter", Map.of("commons.lock", "version = 1\n[[module]]\nname = \"x\"\n"));
        assertEquals(Cli.BAD_INPUT, cli("design", "pin", plotter.toString(), "controller", "--from", "controller"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("not written over"), err::toString);
        assertEquals(Cli.BAD_INPUT, cli("design", "pin", plotter.toString(), "controller", "--from", "nobody"));
        Files.delete(plotter.resolve("commons.lock"));
        assertEquals(Cli.DONE, cli("design", "pin", plotter.toString(), "controller", "--from", "controller"));
        var problems = new ArrayList<Problem>();
        String text = Files.readString(plotter.resolve("commons.lock"));
        LockFile lock = LockFile.read("commons.lock", text.getBytes(StandardCharsets.UTF_8), problems::add);
        assertEquals(text, lock.write());
        assertFalse(lock.entries().isEmpty());
        assertEquals(List.of(), problems);
    }
}
