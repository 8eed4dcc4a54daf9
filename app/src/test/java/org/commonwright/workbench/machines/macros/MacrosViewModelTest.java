package org.commonwright.workbench.machines.macros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.commonwright.machine.macro.MacroFile;
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

class MacrosViewModelTest {
    private static final String FORMAT = "format = \"commonwright-macros-1\"\n";

    @TempDir
    private Path folder;
    private final Notices notices = new Notices(Runnable::run);
    private final List<Notice> told = new ArrayList<>();
    private final List<String> bench = new ArrayList<>();

    private final class Page implements Bench {
        private final SimpleObjectProperty<@Nullable Program> program = new SimpleObjectProperty<>();

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
            bench.add("take");
        }

        @Override
        public void cancels(TaskHandle task) {
            bench.add("cancels");
        }

        @Override
        public void free() {
            bench.add("free");
        }
    }

    @Test
    void aDesignsMacroIsTrustedOnceItWasRunAndNoLongerWhenItsTextChanges() throws IOException, InterruptedException {
        notices.listen(told::add);
        var folders = AppFolders.under(folder.resolve("home"));
        Path own = MacroFile.own(folders);
        Files.createDirectories(own.getParent());
        Files.writeString(own, FORMAT + "[[macro]]\nname = \"Mine\"\nlines = [\"G0 X{x}\", \"G99\", \"G0 X9\"]\n"
                + "[[macro]]\nname = \"Printer\"\ndialect = \"marlin\"\nlines = [\"G28\"]\n");
        Path design = folder.resolve("macros.toml");
        Files.writeString(design, FORMAT + "[[macro]]\nname = \"Theirs\"\nlines = [\"$G\"]\n");
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            var model = new MacrosViewModel(session, new Page(), folders, () -> folder, new InlineTasks(),
                    Runnable::run, notices);
            model.read();
            assertEquals(List.of("Mine", "Theirs"), model.entries().stream().map(e -> e.macro().name()).toList());
            assertTrue(model.entries().getFirst().trusted());
            assertFalse(model.entries().getLast().trusted());

            model.choose(model.entries().getFirst());
            assertThrows(Fault.class, model::lines);
            model.value("x", "3");
            model.run();
            assertEquals(List.of("› G0 X3"), model.said());

            model.choose(model.entries().getLast());
            model.run();
            assertEquals("› $G", model.said().getFirst());
            assertTrue(model.said().get(1).startsWith("‹ [GC:"));
            assertEquals(List.of("take", "free", "take", "free"), bench);
            model.read();
            assertTrue(model.entries().getLast().trusted());
            Files.writeString(design, FORMAT + "[[macro]]\nname = \"Theirs\"\nlines = [\"$G\", \"$H\"]\n");
            model.read();
            assertFalse(model.entries().getLast().trusted());
            assertEquals(List.of("machine.question-refused", "macros.says-done"),
                    told.stream().map(n -> n.text().key()).toList());
        }
    }
}
