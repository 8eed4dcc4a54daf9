package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.commonwright.error.Fault;
import org.commonwright.machine.journal.Journal;
import org.commonwright.machine.journal.JournalHead;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.machine.journal.SlowDisk;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path folder;

    private static JournalHead head(Program program, String dialect) {
        return new JournalHead("20260301T100000Z-test", "job-1", program.name(), program.hash(), program.lines(),
                "virtual:" + dialect, dialect, "Test 1", NOW, "0@gone");
    }

    /// A journal as a killed program leaves it.
    private JournalReport killed(String text, String dialect, int executed, int sent) throws IOException {
        Program program = Program.of("part.nc", text);
        Journal journal = Journal.begin(folder, head(program, dialect), program);
        await(journal, sent);
        journal.executed(executed);
        journal.close();
        JournalReport report = Journals.read(journal.path()).orElseThrow();
        assertTrue(report.isOpen());
        return report;
    }

    private static void await(Journal journal, int line) {
        journal.next(line);
        Waiting.until(() -> journal.permitted() >= line, "line " + line + " permitted");
    }

    @Test
    void aRunLeavesAJournalThatSaysItCompleted() throws InterruptedException {
        Program program = Program.of("zigzag.nc", GrblRunTest.zigzag(new Random(11), 300));
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            var ended = new JournaledRun(folder, InstantSource.fixed(NOW)).run(session, program, "job-7",
                    JournaledRun.BeforeFirstByte.NOTHING, Progress.NONE);
            assertTrue(ended.outcome().isCompleted(), ended::toString);
            JournalReport report = Journals.find(folder, ended.journal());
            assertTrue(report.isCompleted());
            assertFalse(report.isOpen());
            assertEquals(program.lines(), report.executed());
            assertEquals("job-7", report.head().job());
            assertEquals(List.of(), Journals.unfinished(folder));
        }
    }

    @Test
    void whatIsPermittedIsOnTheDiskFirst() throws IOException {
        Program program = Program.of("part.nc", "G0X1\n".repeat(5000));
        Journal journal = Journal.begin(folder, head(program, "grbl"), program);
        var random = new Random(5);
        for (int line = 1; line < 5000; line += 1 + random.nextInt(40)) {
            await(journal, line);
            int permitted = journal.permitted();
            int onDisk = Journals.read(journal.path()).orElseThrow().sent();
            assertTrue(permitted <= onDisk, permitted + " permitted, " + onDisk + " on disk");
        }
        journal.close();
    }

    /// A power cut may take it, a kill must not.
    @Test
    void whatIsDoneIsWrittenWhileASlowDiskIsStillForced() throws IOException {
        Program program = Program.of("part.nc", "G0X1\n".repeat(5000));
        try (Journal journal = SlowDisk.begin(folder, head(program, "grbl"), program, 300)) {
            journal.next(1);
            Waiting.until(() -> journal.permitted() >= 1, "the first lines");
            int most = journal.permitted();
            journal.next(most);
            journal.executed(3);
            Waiting.until(() -> Journals.read(journal.path()).orElseThrow().executed() == 3, "line 3");
            // The disk is still at it.
            assertEquals(most, journal.permitted());
        }
    }

    @Test
    void aTornLastRecordIsLetPassAndOneInTheMiddleIsNot() throws IOException {
        JournalReport whole = killed("G0X1\n".repeat(100), "grbl", 10, 60);
        assertEquals(10, whole.executed());
        assertTrue(whole.sent() >= 60);
        Path file = folder.resolve(whole.head().id() + ".journal");
        byte[] bytes = Files.readAllBytes(file);
        for (int cut = 1; cut < 20; cut++) {
            Files.write(file, Arrays.copyOf(bytes, bytes.length - cut));
            assertEquals(0, Journals.read(file).orElseThrow().damaged(), "cut by " + cut);
        }
        Files.writeString(file, "deadbeef {\"type\":\"exec", StandardOpenOption.APPEND);
        Journals.settle(folder, whole.head(), "scrapped", NOW);
        JournalReport settled = Journals.read(file).orElseThrow();
        assertEquals("scrapped", settled.settled().orElseThrow());
        assertEquals(0, settled.damaged());

        int second = new String(bytes, StandardCharsets.UTF_8).indexOf("sending");
        bytes[second] ^= 1;
        Files.write(file, bytes);
        assertEquals(1, Journals.read(file).orElseThrow().damaged());
        bytes[3] ^= 1;
        Files.write(file, bytes);
        assertEquals("machine.journal-damaged", assertThrows(Fault.class, () -> Journals.read(file)).code());
    }

    @Test
    void aResumeOfMillingSetsEverythingAsItWas() throws IOException {
        String text = "G21G90G17\nG54\nM3S8000\nM8\nG0X0Y0Z5\nG1Z-1F200\nG1X10F600\nG1X10Y10\nG1X0Y10\nG1X0Y0\nM5\n";
        JournalReport report = killed(text, "grbl", 7, 9);
        ResumePlan plan = ResumePlan.of(report, Journals.program(folder, report.head()));
        assertEquals(List.of("$H", "G21G90G94G17", "G54", "M3S8000", "G4P5", "M8", "G0Z5.000", "G0X10.000Y0.000",
                "G1Z-1.000F300.0", "G17G21G90G94", "F600.0000", "G1"), plan.lines());
        assertEquals(8, plan.next());
        assertEquals("machine.resume-perhaps-done", plan.notes().getFirst().code());
        Program resumed = plan.program(Program.of("part.nc", text));
        assertEquals("G1X10Y10", resumed.line(plan.lines().size() + 1));
    }

    @Test
    void aRunIsNamedByTheBeginningOfItsIdWhereNoOtherBeginsSo() throws IOException {
        JournalReport first = killed("G21\nG0X1\n", "grbl", 1, 2);
        assertEquals(first.head(), Journals.find(folder, first.head().id().substring(0, 8)).head());
        JournalReport second = killed("G21\nG0X2\n", "grbl", 1, 2);
        String common = first.head().id().substring(0, 4);
        assertEquals("machine.several-journals",
                assertThrows(Fault.class, () -> Journals.find(folder, common)).code());
        assertEquals(second.head(), Journals.find(folder, second.head().id()).head());
        Journals.settle(folder, second.head(), "resumed", Instant.now());
        assertEquals(first.head(), Journals.find(folder, common).head(), "the one that waits for a decision");
    }

    @Test
    void aResumeInsideARunOfArcsNamesTheArc() throws IOException {
        String text = "G21G90\nG0X0Y0Z0\nF500\nG2X10Y0I5J0\nX20Y0I5J0\nX30Y0I5J0\n";
        JournalReport report = killed(text, "grbl", 4, 6);
        ResumePlan plan = ResumePlan.of(report, Program.of("part.nc", text));
        assertEquals("G2X20Y0I5J0", plan.lines().getLast());
        assertEquals(6, plan.next());
    }

    @Test
    void aResumeOfPrintingHeatsFirstAndDoesNotHomeZ() throws IOException {
        String text = "M190 S60\nM109 S210\nG28\nG90\nM83\nG1 Z0.3 F1200\nM106 S255\nG1 X10 Y10 E1 F1500\n"
                + "G1 X20 Y10 E1\nG1 X20 Y20 E1\n";
        JournalReport report = killed(text, "marlin", 9, 10);
        ResumePlan plan = ResumePlan.of(report, Program.of("part.gcode", text));
        assertEquals(List.of("M190 S60", "M109 S210", "G21", "G90", "G92 Z0.300", "G1 Z5.300 F300", "G28 X Y",
                "M106 S255", "G92 E2.00000", "G1 X20.000 Y10.000 F3000", "G1 Z0.300 F300", "G21", "G90", "M83",
                "G1 F1500.0000"), plan.lines());
    }

    @Test
    void aPrintThatBeginsAnewHomesZAndSaysSo() throws IOException {
        String text = "M109 S210\nG28\nG90\nG1 X10 Y10 Z0.3 E1 F1500\nG1 X20 E2\n";
        ResumePlan plan = ResumePlan.of(killed(text, "marlin", 0, 4), Program.of("part.gcode", text));
        assertTrue(plan.lines().contains("G28"), plan.lines().toString());
        assertEquals("machine.resume-check-marlin-anew", plan.notes().getLast().code());
    }

    @Test
    void whereThereIsNoSafeWayOnItSaysWhy() throws IOException {
        assertRefused("machine.resume-shifted", "G21G90\nG0X0Y0Z0\nG92X5\nG1X1F100\nG1X2\n", 4);
        Files.walk(folder).filter(Files::isRegularFile).forEach(f -> f.toFile().delete());
        assertRefused("machine.resume-unknown-place", "G21G91\nG0X1Y1Z1\nG1X1F100\nG1X2\nG1X2\n", 4);
    }

    @Test
    void aLanguageThatIsNotKnownIsNotTakenForAnother() throws IOException {
        JournalReport report = killed("G21G90\nG0X0Y0Z0\nG1X1F100\nG1X2\n", "klipper", 3, 4);
        ResumePlan plan = ResumePlan.of(report, Program.of("part.nc", "G21G90\nG0X0Y0Z0\nG1X1F100\nG1X2\n"));
        assertEquals("machine.resume-dialect", plan.refusal().orElseThrow().code());
        assertEquals(List.of(), plan.lines());
    }

    private void assertRefused(String code, String text, int executed) throws IOException {
        JournalReport report = killed(text, "grbl", executed, executed + 1);
        ResumePlan plan = ResumePlan.of(report, Program.of("part.nc", text));
        assertEquals(code, plan.refusal().orElseThrow().code());
        assertEquals(List.of(), plan.lines());
    }
}
