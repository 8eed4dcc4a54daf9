package org.commonwright.machine.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.firmware.FirmwareSettings.Difference;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirmwareSettingsTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void marlinsListIsCommandsWithRemarks() {
        List<FirmwareSetting> read = FirmwareLines.marlin(List.of("echo:; Steps per unit:",
                "echo: M92 X80.00 Y80.00 Z400.00 E93.00", "echo:  M145 S0 H180.00 B60.00 F0",
                "echo:  M145 S1 H240 B110",
                "echo:; PID:", "  M301 P21.73 I1.54 D76.55 ; hot end", " T:20.00 /0.00 B:20.00 /0.00 @:0 B@:0",
                "X:0.00 Y:0.00 Z:0.00 E:0.00 Count X:0 Y:0 Z:0", "echo:Unknown command: \"M999 X1\""));
        assertEquals(
                List.of("M92 X80.00", "M92 Y80.00", "M92 Z400.00", "M92 E93.00", "M145 S0 H180.00", "M145 S0 B60.00",
                        "M145 S0 F0", "M145 S1 H240", "M145 S1 B110", "M301 P21.73", "M301 I1.54", "M301 D76.55"),
                read.stream().map(FirmwareSetting::line).toList());
    }

    @Test
    void grblHalNamesItsSettingsItself() {
        assertEquals(Map.of("$28", "G73 retract distance, mm", "$22", "Homing cycle"),
                FirmwareLines.names(List.of("[SETTING:28|8|G73 retract distance|mm|6|#####0.000|0.1|||1]",
                        "[SETTING:22|6|Homing cycle||2|Enable||]", "[SETTING:x|6|a|b|c]", "[SETTING:7|", "ok")));
    }

    @Test
    void grblsListMayExplainItself() {
        assertEquals(List.of("$0=10", "$110=500.000", "$N0=G21"),
                FirmwareLines.grbl(List.of("$0=10 (step pulse, usec)", "$110=500.000", "<Idle|MPos:0,0,0>", "$N0=G21",
                        "ok")).stream().map(FirmwareSetting::line).toList());
    }

    @ParameterizedTest
    @CsvSource({"500,500.000,true", "-.5,-0.50,true", "1,2,false", "G21,G21,true", "G21,G20,false", "'',0,false"})
    void valuesAreComparedAsNumbersWhereTheyAre(String one, String other, boolean same) {
        assertEquals(same, new FirmwareSetting("$1", one).says(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtual:grbl?speed=0", "virtual:marlin?speed=0"})
    void aBackupPutsBackWhatWasChanged(String port, @TempDir Path folder) throws InterruptedException {
        try (Session session = new Machines().connect(Port.parse(port), "a test")) {
            var access = new FirmwareAccess(session);
            FirmwareSettings before = access.read(Progress.NONE);
            assertTrue(before.settings().size() > 20, before::toString);
            Path file = folder.resolve("machine.settings");
            SettingsBackup.write(file, before, NOON);
            assertEquals(before, SettingsBackup.read(file));

            boolean grbl = before.dialect().equals("grbl");
            String key = grbl ? "$110" : "M92 X";
            FirmwareAccess.Written written = access.write(
                    SettingsBackup.settings(grbl ? "$110=77" : "M92 X77", before.firmware()),
                    Progress.NONE);
            assertEquals(1, written.taken());
            List<Difference> differences = written.after().differences(before);
            assertEquals(1, differences.size(), differences::toString);
            assertEquals(key, differences.getFirst().key());

            List<FirmwareSetting> restored = FirmwareAccess.toRestore(access.read(Progress.NONE),
                    SettingsBackup.read(file));
            assertEquals(List.of(key), restored.stream().map(FirmwareSetting::key).toList());
            assertEquals(List.of(), access.write(restored, Progress.NONE).after().differences(before));
        }
    }

    @Test
    void whatTheFirmwareRefusesIsSaidAndTheRestIsWritten() throws InterruptedException {
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            FirmwareAccess.Written written = new FirmwareAccess(session).write(
                    List.of(new FirmwareSetting("$0", "12"), new FirmwareSetting("$99", "1"),
                            new FirmwareSetting("$1", "30")),
                    Progress.NONE);
            assertEquals(2, written.taken());
            assertEquals("$99=1", written.refused().getFirst().arguments().getFirst());
            assertEquals("12", written.after().value("$0"));
            assertEquals("30", written.after().value("$1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"G1 X10", "$H", "$J=X1F1", "M104 S200", "$RST=*", "M92", "$110", "M92 X80 M104 S200",
            "\u0018", "$0=1\u0007", "$100=~", "$0=11!", "$0=1?", "$0=", "$0=1,2", "$0=abc"})
    void aFileThatWouldDoMoreThanSetIsRefused(String line, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("evil.settings");
        Files.writeString(file, "; commonwright machine settings 1\n; dialect: grbl\n$0=10\n" + line + "\n");
        Fault fault = assertThrows(Fault.class, () -> SettingsBackup.read(file));
        assertEquals("machine.settings-line", fault.code());
        assertEquals(4, fault.arguments().get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"G0X-100 M3S1000", "G1", "M3", "M04", "m8", "M7", "X5", "G28", "G2 8", "G92.1", "$H",
            "G21!", "G21;",
            "G10L2P1", "G38.2", "G43.1Z1", "G171"})
    void aStartLineThatWouldActIsComparedAndNotPutBack(String value, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("evil.settings");
        for (String firmware : List.of("Grbl 1.1h", "grblHAL 1.1f")) {
            Files.writeString(file, "; commonwright machine settings 1\n; dialect: grbl\n; firmware: " + firmware
                    + "\n$0=10\n$N1=" + value + "\n");
            FirmwareSettings kept = SettingsBackup.read(file);
            var now = FirmwareSettings.of("grbl", firmware,
                    List.of(new FirmwareSetting("$0", "12"), new FirmwareSetting("$N1", "G21")));
            assertEquals(List.of("$0", "$N1"), now.differences(kept).stream().map(Difference::key).toList());
            assertEquals(List.of("$0=10"),
                    FirmwareAccess.toRestore(now, kept).stream().map(FirmwareSetting::line).toList());
            Problem left = FirmwareAccess.leftOut(now, kept).getFirst();
            assertEquals("machine.settings-start-line", left.code());
            assertEquals(List.of("$N1=" + value), left.arguments());
            assertEquals(List.of(), FirmwareAccess.leftOut(kept, kept), "what is there already is not spoken of");
            assertEquals("machine.settings-start",
                    assertThrows(Fault.class, () -> SettingsBackup.settings("$N1=" + value, firmware)).code());
        }
    }

    @Test
    void modesMayBeChosenAtEachStartAndGrblHalHasTexts(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("hal.settings");
        String head = "; commonwright machine settings 1\n; dialect: grbl\n; firmware: ";
        String modes = "$N0=\n$N1=G21 g90G59.1 G94F500.5S0M5M09G2 0\n$3=-1.5\n";
        Files.writeString(file, head + "Grbl 1.1h\n" + modes);
        assertEquals(3, SettingsBackup.read(file).settings().size());
        Files.writeString(file, head + "grblHAL 1.1f\n" + modes + "$300=work shop\n$301=\n");
        assertEquals("work shop", SettingsBackup.read(file).value("$300"));
        assertEquals(1, SettingsBackup.settings("$300=shop", "grblHAL 1.1f").size());
        for (String bad : List.of("$300=shop!", "$300=a?b", "$301=~")) {
            assertEquals("machine.settings-bad",
                    assertThrows(Fault.class, () -> SettingsBackup.settings(bad, "grblHAL 1.1f")).code());
        }
        assertEquals("machine.settings-bad",
                assertThrows(Fault.class, () -> SettingsBackup.settings("$300=shop", "Grbl 1.1h")).code());
    }

    @Test
    void anotherFirmwaresSettingsAreNotPutIn() {
        var grbl = FirmwareSettings.of("grbl", "Grbl 1.1h", List.of());
        var marlin = FirmwareSettings.of("marlin", "Marlin 2", List.of());
        assertEquals("machine.settings-other",
                assertThrows(Fault.class, () -> FirmwareAccess.toRestore(grbl, marlin)).code());
    }

    @Test
    void questionsAreAnsweredOneByOne() throws InterruptedException {
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            assertTrue(session.ask("$#", Progress.NONE).contains("[TLO:0.000]"));
            assertEquals("machine.question-refused",
                    assertThrows(Fault.class, () -> session.ask("$99=1", Progress.NONE)).code());
            assertTrue(session.ask("$G", Progress.NONE).getFirst().startsWith("[GC:"));
        }
    }
}
