package org.commonwright.workbench.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.RepoPath;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A design in a folder of a repository, with lists of many kinds; some are written here, some by others.
class CommitViewModelTest {
    @TempDir
    Path root;

    private final CurrentDesign current = new CurrentDesign();
    private final Notices notices = new Notices(Runnable::run);
    private Path design;
    private CommitViewModel model;

    @BeforeEach
    void aDesign() throws IOException {
        design = Files.createDirectories(root.resolve("hardware/lamp"));
        try (var repository = GitRepository.init(root)) {
            put("bom.ods", "1");
            put("bom.csv", "1");
            put("gone.csv", "1");
            Files.writeString(root.resolve("notes.md"), "1");
            repository.workTree().commit("begin", Repos.ADA, Repos.NOON, List.of(stored("bom.ods"), stored("bom.csv"),
                    stored("gone.csv"), new RepoPath("notes.md")), Optional.empty());
        }
        Path config = root.resolve(".git/config");
        Files.writeString(config, Files.readString(config) + "[user]\nname = Ada\nemail = ada@example.org\n");
        model = new CommitViewModel(new InlineTasks(), notices, current, Clock.systemUTC());
        current.open(new OpenDesign(design, "lamp"));
    }

    private void put(String file, String text) throws IOException {
        Files.writeString(design.resolve(file), text);
    }

    private static RepoPath stored(String file) {
        return new RepoPath("hardware/lamp/" + file);
    }

    private List<Difference> found() {
        model.look();
        return ((Loaded.Ready<List<Difference>>) model.differences().get()).value();
    }

    private List<RepoPath> changed() {
        try (var repository = GitRepository.open(root)) {
            return repository.workTree().status().changed();
        }
    }

    @Test
    void whatWasWrittenHereIsTickedWhateverItsEndingAndTheRestStays() throws IOException {
        put("bom.ods", "2");
        put("bom.csv", "somebody else's");
        put("okh.toml", "new");
        Files.delete(design.resolve("gone.csv"));
        Files.writeString(root.resolve("notes.md"), "not of this design");
        current.wrote(design,
                List.of(new RepoPath("bom.ods"), new RepoPath("okh.toml"), new RepoPath("unchanged.csv")));
        List<Difference> found = found();
        assertEquals(List.of("bom.ods CHANGED true", "okh.toml NEW true", "bom.csv CHANGED false",
                "gone.csv REMOVED false"),
                found.stream().map(d -> d.path() + " " + d.kind() + " " + model.isChosen(d)).toList());
        model.message().set("the bulb");
        model.commit(() -> {});
        assertEquals(List.of(),
                notices.shown().stream().filter(n -> !n.text().key().equals("commit.committed")).toList());
        assertEquals(List.of(stored("bom.csv"), stored("gone.csv"), new RepoPath("notes.md")), changed());
        assertEquals(Set.of(new RepoPath("unchanged.csv")), current.writtenHere());
        assertEquals("", model.message().get());
        assertFalse(found().stream().anyMatch(Difference::ours), "what others change later is not ours");
    }

    @Test
    void aPersonTicksMoreAndLess() throws IOException {
        put("bom.ods", "2");
        put("bom.csv", "2");
        current.wrote(design, List.of(new RepoPath("bom.ods")));
        List<Difference> found = found();
        model.choose(found.get(0), false);
        assertEquals(Optional.of("commit.none-chosen"), model.blocked().getValue().map(why -> why.key()));
        model.choose(found.get(1), true);
        assertEquals(Optional.of("commit.no-message"), model.blocked().getValue().map(why -> why.key()));
        model.commit(() -> {});
        assertEquals(2, changed().size());
        model.message().set("the list");
        model.commit(() -> {});
        assertEquals(List.of(stored("bom.ods")), changed());
        assertEquals(Set.of(new RepoPath("bom.ods")), current.writtenHere());
    }

    @Test
    void aFolderThatIsInNoRepositoryIsTold() throws IOException {
        Path plain = Files.createDirectories(root.resolveSibling(root.getFileName() + "-plain"));
        current.open(new OpenDesign(plain, "plain"));
        model.look();
        assertTrue(model.differences().get() instanceof Loaded.Failed<List<Difference>>(var fault)
                && fault.code().equals("git.not-a-repository"), () -> model.differences().get().toString());
        Files.delete(plain);
    }

    @Test
    void anotherDesignBeginsAnew() {
        current.wrote(design, List.of(new RepoPath("bom.csv")));
        current.describe("lamp", null);
        assertEquals(1, current.writtenHere().size());
        current.open(new OpenDesign(root, "all"));
        assertEquals(Set.of(), current.writtenHere());
        current.wrote(design, List.of(new RepoPath("bom.csv")));
        assertEquals(Set.of(), current.writtenHere());
    }
}
