package org.commonwright.workbench.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.firmware.FirmwareSetting;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmwareViewModelTest {
    private final Notices notices = new Notices(Runnable::run);
    private final List<Notice> told = new ArrayList<>();

    @Test
    void aBackupIsKeptComparedAndPutBack(@TempDir Path folder) throws InterruptedException {
        notices.listen(told::add);
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            var model = new FirmwareViewModel(session, new InlineTasks(), notices);
            assertEquals(List.of(), model.rows());
            model.read();
            assertTrue(model.rows().stream().anyMatch(row -> row.key().equals("$110")));
            Path file = folder.resolve("mill.settings");
            model.save(file);
            model.write(List.of(new FirmwareSetting("$110", "77")));
            model.compare(file);
            FirmwareViewModel.Row row = model.rows().stream().filter(FirmwareViewModel.Row::differs).findFirst()
                    .orElseThrow();
            assertEquals("$110", row.key());
            assertEquals("77.000", row.value());
            assertEquals("3000.000", row.other());
            assertEquals(List.of("$110=3000.000"), model.toRestore().stream().map(FirmwareSetting::line).toList());
            model.write(model.toRestore());
            assertEquals(List.of(), model.toRestore());
            assertTrue(model.rows().stream().noneMatch(FirmwareViewModel.Row::differs));
            assertEquals(List.of("machine.says-settings-saved"), told.stream().map(n -> n.text().key()).toList());
        }
    }

    @Test
    void aStartLineThatActsIsShownAndSaidNotToBePutBack(@TempDir Path folder) throws Exception {
        notices.listen(told::add);
        Path file = Files.writeString(folder.resolve("old.settings"),
                "; commonwright machine settings 1\n; dialect: grbl\n$0=12\n$N0=G28\n");
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            var model = new FirmwareViewModel(session, new InlineTasks(), notices);
            model.read();
            model.compare(file);
            assertTrue(model.rows().stream().anyMatch(row -> row.key().equals("$N0") && row.other().equals("G28")));
            assertEquals(List.of("$0=12"), model.toRestore().stream().map(FirmwareSetting::line).toList());
            assertEquals(List.of("machine.settings-start-line"), told.stream().map(n -> n.text().key()).toList());
        }
    }

    @Test
    void whatTheFirmwareRefusesIsTold() throws InterruptedException {
        notices.listen(told::add);
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            var model = new FirmwareViewModel(session, new InlineTasks(), notices);
            model.read();
            model.write(List.of(new FirmwareSetting("$0", "-3")));
            assertEquals(List.of("machine.question-refused"), told.stream().map(n -> n.text().key()).toList());
            assertEquals("10", model.rows().getFirst().value());
        }
    }
}
