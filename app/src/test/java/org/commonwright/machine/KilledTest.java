package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed, `kill -9`, in the middle of a job, and the next one reads the journal.
class KilledTest {
    @TempDir
    private Path home;

    @Test
    void afterAKillTheJournalSaysWhatWasDone() throws IOException, InterruptedException {
        Path program = Files.writeString(home.resolve("zigzag.nc"), GrblRunTest.zigzag(new Random(31), 2000));
        Path journals = Journals.folder(AppFolders.under(home));
        Process process = commonwright("machine", "run", "virtual:grbl", program.toString(), "--speed", "5");
        try {
            awaitExecuted(journals, process);
        } finally {
            process.destroyForcibly().waitFor();
        }
        JournalReport report = Journals.unfinished(journals).getFirst();
        assertTrue(report.ended().isEmpty());
        assertEquals(2006, report.head().lines());
        assertTrue(report.executed() > 5 && report.executed() < report.sent() && report.sent() < 2006,
                report::toString);
        ResumePlan plan = ResumePlan.of(report, Journals.program(journals, report.head()));
        assertEquals(report.executed() + 1, plan.next());
        assertEquals("$H", plan.lines().getFirst());

        Process next = commonwright("machine", "journal", "--json");
        String said = new String(next.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, next.waitFor());
        assertTrue(said.contains("\"executed\" : " + report.executed()), said);
        assertTrue(said.contains("\"$H\""), said);
    }

    /// Waits on the file itself, as another process sees it.
    private static void awaitExecuted(Path journals, Process process) throws IOException {
        boolean executed = false;
        while (process.isAlive() && !executed) {
            executed = Files.isDirectory(journals)
                    && Journals.all(journals).stream().anyMatch(report -> report.executed() > 5 && report.running());
            Thread.onSpinWait();
        }
        if (!executed) {
            var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            throw new AssertionError(reader.lines().toList());
        }
    }

    private Process commonwright(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "org.commonwright.Main"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("COMMONWRIGHT_HOME", home.toString());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
