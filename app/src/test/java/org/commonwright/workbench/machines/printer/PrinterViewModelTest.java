package org.commonwright.workbench.machines.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.Material;
import org.commonwright.machine.protocol.HostPrompt;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrinterViewModelTest {
    private final Notices notices = new Notices(Runnable::run);
    private final List<Notice> told = new ArrayList<>();

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertTrue(condition.getAsBoolean());
    }

    private List<String> told() {
        return told.stream().map(notice -> notice.text().key()).toList();
    }

    private PrinterViewModel model(Session session, Path folder, List<SettingsFile> open) {
        notices.listen(told::add);
        var settings = new SettingsFile(folder.resolve("settings.json"), fault -> {
            throw fault;
        });
        open.add(settings);
        return new PrinterViewModel(session, new InlineTasks(), Runnable::run, notices, settings,
                InstantSource.system());
    }

    @Test
    void itHeatsRemembersAndAnswers(@TempDir Path folder) throws InterruptedException, IOException {
        List<SettingsFile> open = new ArrayList<>();
        try (Session session = new Machines().connect(Port.parse("virtual:marlin?speed=40"), "a test")) {
            PrinterViewModel model = model(session, folder, open);
            await(() -> model.readings().get() > 1);
            model.extrude(5, 3);
            model.heat(Material.USUAL.getFirst());
            await(() -> model.temperatures().get().getFirst().target() == 210
                    && model.temperatures().get().get(1).target() == 60
                    && model.temperatures().get().get(2).target() == 0);
            Path csv = folder.resolve("t.csv");
            model.saveCsv(csv);
            assertTrue(Files.readString(csv).contains(",T,"));
            assertEquals(List.of("printer.cold", "printer.saved"), told());
            session.command("M600");
            await(() -> model.state().get().prompt() != null);
            assertEquals(new HostPrompt("Nozzle Parked", List.of("Continue")), model.state().get().prompt());
            model.answer(0);
            await(() -> model.state().get().prompt() != null
                    && model.state().get().prompt().choices().size() == 2);
            model.goOn();
            await(() -> model.state().get().prompt() == null);
            model.close();
        } finally {
            open.forEach(SettingsFile::close);
        }
    }

    @Test
    void materialsAreKept(@TempDir Path folder) throws InterruptedException {
        List<SettingsFile> open = new ArrayList<>();
        try (Session session = new Machines().connect(Port.parse("virtual:marlin?speed=0"), "a test")) {
            PrinterViewModel model = model(session, folder, open);
            assertEquals(Material.USUAL, model.materials());
            model.keep(List.of(new Material("PC", 270, 110, 60)));
            open.getFirst().close();
            assertEquals(List.of(new Material("PC", 270, 110, 60)), model(session, folder, open).materials());
        } finally {
            open.forEach(SettingsFile::close);
        }
    }
}
