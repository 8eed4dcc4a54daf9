package org.commonwright.workbench.machines.heightmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.heightmap.LevelMark;
import org.commonwright.machine.heightmap.MapShelf;
import org.commonwright.machine.heightmap.ProbeDepths;
import org.commonwright.machine.protocol.Program;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.InlineTasks;
import org.commonwright.task.TaskHandle;
import org.commonwright.workbench.machines.bench.Bench;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeightMapViewModelTest {
    private static final Program BOARD = Program.of("board.nc",
            "G21G90\nG0Z5\nG0X5Y5\nG1Z-0.1F100\nG1X35Y15\nG0Z5\nM30\n");

    @TempDir
    private Path folder;
    private final Notices notices = new Notices(Runnable::run);
    private final List<Notice> told = new ArrayList<>();
    private final Page page = new Page();

    /// A machine's page without a machine.
    private static final class Page implements Bench {
        private final SimpleObjectProperty<@Nullable Program> program = new SimpleObjectProperty<>();
        private final List<String> heard = new ArrayList<>();

        @Override
        public ObservableValue<@Nullable Program> program() {
            return program;
        }

        @Override
        public void show(Program given) {
            program.set(given);
        }

        @Override
        public void take() {
            heard.add("take");
        }

        @Override
        public void cancels(TaskHandle task) {
            heard.add("cancels");
        }

        @Override
        public void free() {
            heard.add("free");
        }
    }

    @Test
    void theSurfaceIsProbedTakenIntoTheProgramAndOutOfItAgain() throws InterruptedException {
        notices.listen(told::add);
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            var folders = AppFolders.under(folder);
            var model = new HeightMapViewModel(session, page, new MapShelf(folders), new InlineTasks(), Runnable::run,
                    notices);
            assertEquals("heightmap.no-program", assertThrows(Fault.class, () -> model.grid(10)).code());
            page.show(BOARD);
            List<Integer> known = new ArrayList<>();
            model.map().subscribe(now -> known.add(now == null ? -1 : now.map().known()));
            model.probe(model.grid(15), new ProbeDepths(3, -2, 200));
            assertEquals(List.of("take", "free"), page.heard);
            assertEquals(List.of(-1, 0, 1, 2, 3, 4, 5, 6), known.subList(0, 8));
            assertEquals("board.heightmap.json", model.map().get().name());
            assertFalse(model.probing().get());

            model.apply();
            assertTrue(LevelMark.in(page.program.get()).isPresent());
            assertEquals(2, model.applied().get().levelled().changed());
            var id = LevelMark.in(page.program.get()).orElseThrow().id();
            assertTrue(new MapShelf(folders).find(id).orElseThrow().isComplete());
            model.undo();
            assertEquals(BOARD, page.program.get());
            assertNull(model.applied().get());

            model.apply();
            page.show(Program.of("other.nc", "G0X1\n"));
            assertNull(model.applied().get());

            Path file = folder.resolve("kept.heightmap.json");
            model.save(file);
            assertTrue(Files.exists(file) && model.map().get().saved());
            model.open(file);
            assertNotNull(model.map().get());
            model.open(folder.resolve("none.json"));
            assertEquals(List.of("heightmap.says-probed", "heightmap.says-saved", "files.not-read"),
                    told.stream().map(n -> n.text().key()).toList());
        }
    }
}
