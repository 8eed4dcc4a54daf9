package org.commonwright.workbench.review.forks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.area.OpenDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForksViewModelTest {
    private static final String BOM = "Part,Quantity\nscrew,4\nrod,2\n";

    @TempDir
    Path folder;

    private final List<Fault> told = new ArrayList<>();

    private void commit(GitRepository repository, String branch, String bom, CommitId... on) {
        Repos.commit(repository, branch, Map.of("bom.csv", bom), on);
    }

    @Test
    void namesComeFirstThenFiguresThenWhoOverlapsAndConflicts() {
        try (GitRepository repository = GitRepository.initBare(folder.resolve("lamp.git"))) {
            CommitId base = Repos.commit(repository, "main", Map.of("bom.csv", BOM));
            commit(repository, "ada", BOM.replace("4", "5"), base);
            commit(repository, "bob", BOM.replace("4", "6"), base);
            commit(repository, "cleo", BOM.replace("rod,2", "rod,3"), base);
        }
        var model = model();
        List<Boolean> figures = new ArrayList<>();
        model.rows().addListener((ListChangeListener<ForkRow>) _ -> {
            if (!model.rows().isEmpty()) {
                figures.add(model.rows().getFirst().fork() != null);
            }
        });
        var design = new OpenDesign(folder.resolve("lamp.git"), "lamp");
        model.load(design);
        assertEquals(false, figures.getFirst());
        ForkRow ada = row(model, "ada");
        assertEquals(List.of(2, 1, 2), List.of(ada.overlapping(), ada.conflicting(), ada.looked()));
        model.choose(ada);
        List<Neighbour> found = Objects.requireNonNull(model.neighbours().value());
        assertEquals("conflicts with bob: bom.csv screw Quantity", found.getFirst().words(new Messages(Locale.UK)));
        assertTrue(found.getLast().words(new Messages(Locale.UK)).startsWith("overlaps with cleo (1 file: bom.csv"));

        model.load(design);
        assertSame(ada, row(model, "ada"), "nothing moved, so nothing was looked at again");
        try (GitRepository repository = GitRepository.open(folder.resolve("lamp.git"))) {
            commit(repository, "dan", BOM.replace("4", "7"), repository.require("main"));
        }
        model.load(design);
        assertEquals(2, row(model, "ada").conflicting());
    }

    @Test
    void aForkThatConflictsOnlyWithTheBranchShowsIt() {
        try (GitRepository repository = GitRepository.initBare(folder.resolve("lamp.git"))) {
            CommitId base = Repos.commit(repository, "main", Map.of("bom.csv", BOM));
            commit(repository, "ada", BOM.replace("4", "5"), base);
            commit(repository, "main", BOM.replace("4", "8"), base);
        }
        var model = model();
        model.load(new OpenDesign(folder.resolve("lamp.git"), "lamp"));
        ForkRow ada = row(model, "ada");
        assertEquals(List.of(0, 0, 1), List.of(ada.overlapping(), ada.conflicting(), ada.conflicts()));
        assertEquals(true, ada.withMain());
        assertTrue(ada.isWhole());
    }

    @Test
    void theOtherPairsAreMergedWhenSomebodyAsks() {
        try (GitRepository repository = GitRepository.initBare(folder.resolve("lamp.git"))) {
            CommitId base = Repos.commit(repository, "main", Map.of("bom.csv", BOM));
            for (int i = 0; i < 5; i++) {
                commit(repository, "f" + i, BOM.replace("4", "1" + i), base);
            }
        }
        var model = new ForksViewModel(AppFolders.under(folder.resolve("home")), new InlineTasks(), Runnable::run,
                InstantSource.fixed(Repos.NOON), told::add, 4);
        model.load(new OpenDesign(folder.resolve("lamp.git"), "lamp"));
        assertEquals(6, model.left().get());
        assertTrue(model.rows().stream().anyMatch(row -> !row.isWhole()));
        assertEquals(Optional.empty(), model.othersBlocked().getValue());
        model.mergeOthers();
        assertEquals(0, model.left().get());
        assertTrue(model.rows().stream().allMatch(row -> row.isWhole() && row.conflicts() == 4));
        assertTrue(model.othersBlocked().getValue().isPresent());
    }

    @Test
    void otherPairsOfForksAsTheyWereDoNotReplaceWhatWasLookedAtSince() {
        CommitId base;
        try (GitRepository repository = GitRepository.initBare(folder.resolve("lamp.git"))) {
            base = Repos.commit(repository, "main", Map.of("bom.csv", BOM));
            for (int i = 0; i < 5; i++) {
                commit(repository, "f" + i, BOM.replace("4", "1" + i), base);
            }
        }
        var window = new ArrayDeque<Runnable>();
        var model = new ForksViewModel(AppFolders.under(folder.resolve("home")), new InlineTasks(), window::add,
                InstantSource.fixed(Repos.NOON), told::add, 4);
        var design = new OpenDesign(folder.resolve("lamp.git"), "lamp");
        model.load(design);
        window.forEach(Runnable::run);
        window.clear();
        try (GitRepository repository = GitRepository.open(folder.resolve("lamp.git"))) {
            commit(repository, "dan", BOM.replace("4", "7"), base);
        }
        model.load(design);
        model.mergeOthers();
        window.forEach(Runnable::run);
        assertEquals(6, row(model, "dan").tip().here() ? model.rows().size() : 0);
        assertEquals(Optional.empty(), model.othersBlocked().getValue());
    }

    @Test
    void whyTheOtherPairsCannotBeMergedIsTold() throws IOException {
        try (GitRepository repository = GitRepository.initBare(folder.resolve("lamp.git"))) {
            CommitId base = Repos.commit(repository, "main", Map.of("bom.csv", BOM));
            for (int i = 0; i < 5; i++) {
                commit(repository, "f" + i, BOM.replace("4", "1" + i), base);
            }
        }
        var model = new ForksViewModel(AppFolders.under(folder.resolve("home")), new InlineTasks(), Runnable::run,
                InstantSource.fixed(Repos.NOON), told::add, 4);
        model.load(new OpenDesign(folder.resolve("lamp.git"), "lamp"));
        Files.move(folder.resolve("lamp.git"), folder.resolve("gone.git"));
        model.mergeOthers();
        assertEquals(1, told.size());
        assertEquals(6, model.left().get());
    }

    @Test
    void namesAreReadOnceForAllPages() {
        CommitId base;
        try (GitRepository repository = GitRepository.initBare(folder.resolve("lamp.git"))) {
            base = Repos.commit(repository, "main", Map.of("bom.csv", BOM));
            commit(repository, "ada", BOM.replace("4", "5"), base);
        }
        var names = new ForkNames();
        var design = new OpenDesign(folder.resolve("lamp.git"), "lamp");
        model().load(design, names);
        try (GitRepository repository = GitRepository.open(folder.resolve("lamp.git"))) {
            commit(repository, "bob", BOM.replace("4", "6"), base);
        }
        var second = model();
        second.load(design, names);
        assertEquals(1, second.rows().size(), "what was read before is not read again");
        second.load(design, new ForkNames());
        assertEquals(2, second.rows().size());
    }

    private ForksViewModel model() {
        return new ForksViewModel(AppFolders.under(folder.resolve("home")), new InlineTasks(), Runnable::run,
                InstantSource.fixed(Repos.NOON), told::add);
    }

    private static ForkRow row(ForksViewModel model, String name) {
        return model.rows().stream().filter(row -> row.tip().name().equals(name)).findFirst().orElseThrow();
    }
}
