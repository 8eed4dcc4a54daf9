package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
            assertTrue(process.destroyForcibly().waitFor(2, TimeUnit.MINUTES));
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
        var output = CompletableFuture.supplyAsync(() -> said(next));
        assertTrue(next.waitFor(2, TimeUnit.MINUTES));
        assertEquals(0, next.exitValue());
        String said = output.join();
        assertTrue(said.contains("\"executed\" : " + report.executed()), said);
        assertTrue(said.contains("\"$H\""), said);
    }

    private static String said(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits on the file itself, as another process sees it.
    private static void awaitExecuted(Path journals, Process process) throws IOException {
        Waiting.until(() -> !process.isAlive() || hasExecuted(journals), "a journal with executed lines");
        if (!hasExecuted(journals)) {
            var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            throw new AssertionError(reader.lines().toList());
        }
    }

    private static boolean hasExecuted(Path journals) {
        return Files.isDirectory(journals)
                && Journals.all(journals).stream().anyMatch(report -> report.executed() > 5 && report.running());
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
