package org.commonwright.machine.arduino;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;

/// Runs a tool without a shell, with nothing to read, few variables, a bound on its output and on its time.
final class ToolRun {
    private static final int MOST_CHARS = 1_000_000;
    private static final int POLL_MILLIS = 20;
    private static final int KILL_SECONDS = 2;
    /// What tools need to find their files and their libraries.
    private static final Set<String> VARIABLES = Set.of("PATH", "HOME", "USER", "TMPDIR", "TMP", "TEMP", "SYSTEMROOT",
            "SystemRoot", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "LD_LIBRARY_PATH", "ARDUINO_DIRECTORIES_DATA",
            "ARDUINO_DIRECTORIES_USER", "ARDUINO_DIRECTORIES_DOWNLOADS");

    private ToolRun() {}

    /// How it ended.
    ///
    /// @param output both of its streams, at most a million characters
    record Result(int exit, String output) {}

    /// @param heard is given each piece of output as it comes
    /// @throws Fault `arduino.tool-not-started`, `arduino.tool-too-long`; [CancelledFault] after it was ended
    static Result run(List<String> command, Path folder, Duration atMost, Progress progress, Consumer<String> heard)
            throws InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(VARIABLES);
        // What it says is looked for in English.
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
                process.getOutputStream().close();
                return listen(process, reader, command.getFirst(), atMost, progress, heard);
            } finally {
                end(process);
            }
        } catch (IOException e) {
            throw new Fault(e, "arduino.tool-not-started", command.getFirst(), Reason.of(e));
        }
    }

    private static Result listen(Process process, Reader reader, String name, Duration atMost, Progress progress,
            Consumer<String> heard) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        var output = new StringBuilder();
        char[] buffer = new char[4096];
        while (true) {
            // Asked first: what it said before its end is read after it.
            boolean ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            while (reader.ready()) {
                int n = reader.read(buffer);
                String piece = new String(buffer, 0, Math.max(0, n));
                output.append(piece, 0, Math.min(piece.length(), MOST_CHARS - output.length()));
                heard.accept(piece);
                if (System.nanoTime() > end || progress.cancelled()) {
                    break;
                }
            }
            if (progress.cancelled()) {
                throw new CancelledFault();
            }
            if (ended) {
                return new Result(process.exitValue(), output.toString());
            }
            if (System.nanoTime() > end) {
                throw new Fault("arduino.tool-too-long", name, atMost.toSeconds());
            }
        }
    }

    /// Nothing of it goes on, not even what it started.
    private static void end(Process process) throws InterruptedException {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            if (!process.waitFor(KILL_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }
}
