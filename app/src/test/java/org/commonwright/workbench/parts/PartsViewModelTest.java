package org.commonwright.workbench.parts;

import java.util.ArrayList;
import java.util.Set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.git.GitRepository;
import org.commonwright.model.Money;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Lanes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsViewModelTest {
    private static final String BOM = "Part,Quantity,Unit,Notes\r\n# bought locally\r\n\"screw M3\",4,,  keep \r\nrod,0.8,m,\r\n";

    @TempDir
    Path folder;

    private final CurrentDesign current = new CurrentDesign();
    private final Notices notices = new Notices(Runnable::run);
    private PartsViewModel model;
    private Path design;

    @BeforeEach
    void aDesign() throws IOException {
        design = Files.createDirectory(folder.resolve("plotter"));
        Files.writeString(design.resolve("bom.csv"), BOM);
        Files.writeString(design.resolve("offers.csv"), "Part,Unit Price,Currency\nscrew M3,0.05,EUR\nrod,4,EUR\n");
        try (var repository = GitRepository.init(design)) {
            repository.workTree().commit("begin", new Person("Ada", "ada@example.invalid"), Clock.systemUTC().instant(),
                    List.of(new RepoPath("bom.csv"), new RepoPath("offers.csv")), Optional.empty());
        }
        model = new PartsViewModel(AppFolders.under(folder.resolve("home")), Lanes.all(new InlineTasks()),
                notices, current,
                Clock.systemUTC());
        var open = new OpenDesign(design, "plotter");
        current.open(open);
        model.load(open);
    }

    @Test
    void anEditTouchesItsCellOnlyAndCanBeUndone() throws IOException {
        LineRow screw = model.editing().rows().getFirst();
        model.editing().set(screw, 1, "6");
        assertEquals("6", model.editing().rows().getFirst().cell(1));
        assertTrue(model.editing().steps().get().changed());
        model.save();
        assertEquals(BOM.replace(",4,", ",6,"), Files.readString(design.resolve("bom.csv")));
        assertFalse(model.editing().steps().get().changed());
        model.editing().undo();
        assertTrue(model.editing().steps().get().changed());
        model.save();
        assertEquals(BOM, Files.readString(design.resolve("bom.csv")));
    }

    @Test
    void aListThatIsOnlyShownBecomesOneThatIsEdited() throws IOException {
        current.follow(model::load);
        assertTrue(model.own().noMake().getValue().isPresent());
        Files.delete(design.resolve("bom.csv"));
        Files.writeString(design.resolve("BOM.txt"), "2 x screw M3\n1 x rod\n");
        current.changed();
        assertFalse(model.shown().editable().get());
        assertEquals(2, model.editing().rows().size());
        assertTrue(model.own().noMake().getValue().isEmpty());
        assertTrue(model.own().noStart().getValue().isPresent());
        model.own().make();
        assertTrue(model.shown().editable().get());
        assertEquals("screw M3", model.editing().rows().getFirst().cell(0));
        assertTrue(Files.exists(design.resolve("bom.csv")));
        assertEquals("bom.own-made", notices.shown().getLast().text().key());
    }

    @Test
    void aModuleWithoutAListGetsItsFirst() throws IOException {
        current.follow(model::load);
        Files.delete(design.resolve("bom.csv"));
        current.changed();
        assertTrue(model.own().noStart().getValue().isEmpty());
        model.own().start();
        assertTrue(model.shown().editable().get());
        model.editing().insert(0, "rod");
        model.save();
        assertTrue(Files.readString(design.resolve("bom.csv")).contains("\nrod,"));
    }

    @Test
    void aListThatCannotBeReadIsLeftForANewOne() throws IOException {
        current.follow(model::load);
        Files.delete(design.resolve("bom.csv"));
        Files.writeString(design.resolve("BOM.txt"), "See the other file.\n");
        current.changed();
        assertTrue(model.own().noMake().getValue().isPresent());
        model.own().start();
        assertTrue(model.shown().editable().get());
        assertEquals("See the other file.\n", Files.readString(design.resolve("BOM.txt")));
    }

    @Test
    void linesAreAddedMovedAndDeleted() {
        model.editing().insert(1, "new part");
        assertEquals(3, model.editing().rows().size());
        model.editing().set(model.editing().rows().get(1), 0, "washer");
        assertTrue(model.editing().move(1, 1));
        assertEquals("washer", model.editing().rows().get(2).cell(0));
        model.editing().delete(List.of(0, 1, 2));
        assertTrue(model.editing().rows().isEmpty());
        model.editing().undo();
        assertEquals(3, model.editing().rows().size());
    }

    @Test
    void theRollUpFollowsTheQuantity() {
        model.rollup().quantity().set(10);
        RollupResult result = model.rollup().result().value();
        assertNotNull(result);
        assertEquals(Money.of("34", "EUR"), result.cost());
        assertTrue(result.isComplete());
    }

    @Test
    void aSaveThatFailsKeepsTheOldFileAndTheSteps() throws IOException {
        model.editing().set(model.editing().rows().getFirst(), 1, "5");
        Path moved = folder.resolve("elsewhere");
        Files.move(design, moved);
        Files.writeString(design, "a file is in the way");
        model.save();
        assertEquals(1, notices.shown().size());
        assertTrue(model.editing().steps().get().changed());
        assertEquals(BOM, Files.readString(moved.resolve("bom.csv")));
    }

    @Test
    void whatWasSavedCanStillBeUndoneAfterTheDesignWasReadAgain() throws IOException {
        current.follow(model::load);
        model.editing().set(model.editing().rows().getFirst(), 1, "6");
        model.save();
        assertFalse(model.editing().steps().get().changed());
        model.editing().undo();
        assertEquals("4", model.editing().rows().getFirst().cell(1));
        model.save();
        assertEquals(BOM, Files.readString(design.resolve("bom.csv")));
        Files.writeString(design.resolve("bom.csv"), "Part,Quantity\nsomebody else's,1\n");
        current.changed();
        assertEquals("somebody else's", model.editing().rows().getFirst().cell(0));
        assertTrue(model.editing().steps().get().undo().isEmpty());
    }

    @Test
    void whatIsSavedHereIsWhatTheNextCommitTakes() {
        var said = new ArrayList<String>();
        model.save(() -> said.add("nothing to save"));
        assertEquals(Set.of(), current.writtenHere());
        model.editing().set(model.editing().rows().getFirst(), 1, "6");
        model.save(() -> said.add("saved"));
        assertEquals(List.of("nothing to save", "saved"), said);
        assertEquals(Set.of(new RepoPath("bom.csv")), current.writtenHere());
    }

    @Test
    void aDesignThatIsLeftGivesItsRepositoriesBack() {
        assertNotNull(model.shown().design().value());
        model.close();
        assertNull(model.shown().design().value());
    }
}
