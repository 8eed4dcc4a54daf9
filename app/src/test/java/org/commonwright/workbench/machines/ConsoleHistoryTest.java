package org.commonwright.workbench.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.commonwright.machine.firmware.KnownCommands;
import org.commonwright.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleHistoryTest {
    @TempDir
    private Path folder;

    private SettingsFile settings() {
        return new SettingsFile(folder.resolve("settings.json"), fault -> {
            throw fault;
        });
    }

    @Test
    void linesAreKeptBetweenStartsForEachKindOfFirmware() {
        try (var settings = settings()) {
            var grbl = new ConsoleHistory(settings, "grbl");
            grbl.add("$$");
            grbl.add("G0 X1");
            grbl.add("$$");
            new ConsoleHistory(settings, "marlin").add("M115");
        }
        try (var settings = settings()) {
            var grbl = new ConsoleHistory(settings, "grbl");
            assertEquals(List.of("$$", "G0 X1", "G0 X1", "$$", ""),
                    List.of(grbl.walk(-1), grbl.walk(-1), grbl.walk(-1), grbl.walk(1), grbl.walk(1)));
            assertEquals("M115", new ConsoleHistory(settings, "marlin").walk(-1));
            for (int i = 0; i < 500; i++) {
                grbl.add("G0 X" + i);
            }
            assertEquals(200, settings.section("console-history").path("grbl").size());
        }
    }

    @Test
    void reportsPushNothingOutThatWasAnswered() {
        var log = new ConsoleLog();
        log.add(List.of(new ConsoleLine(true, "$$"), new ConsoleLine(false, "error:8")));
        for (int i = 0; i < 5000; i++) {
            log.add(List.of(new ConsoleLine(false, "<Idle|MPos:0.000,0.000,0.000>", true)));
        }
        assertEquals(List.of("$$", "error:8"),
                log.lines().stream().filter(line -> !line.isReport()).map(ConsoleLine::text).toList());
        assertTrue(log.lines().size() > 400 && log.lines().size() < 1100, () -> "" + log.lines().size());
    }

    @Test
    void commandsAndSettingsAreKnownByTheirBeginning() {
        assertEquals(List.of("$$"), commands("grbl", "$$"));
        assertEquals(List.of("$11=", "$110=", "$111=", "$112="), commands("grbl", "$11"));
        assertEquals(List.of("G38.2"), commands("grbl", "g3 8".replace(" ", "")));
        assertTrue(commands("marlin", "m50").containsAll(List.of("M500", "M503")));
        assertEquals(List.of(), commands("marlin", "$"));
        assertEquals(List.of(), commands("grbl", " "));
    }

    private static List<String> commands(String dialect, String line) {
        return KnownCommands.beginning(dialect, line).stream().map(KnownCommands.Known::command).toList();
    }
}
