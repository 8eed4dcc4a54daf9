package org.commonwright.contribution;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// The `git` that is installed, in one folder, without anybody's configuration.
public final class GitProgram {
    private final Path folder;

    private GitProgram(Path folder) {
        this.folder = folder;
    }

    /// Skips the test where no git is installed.
    public static GitProgram in(Path folder) {
        try {
            new ProcessBuilder("git", "--version").start().waitFor();
        } catch (IOException e) {
            Assumptions.abort("git is not installed; install it to compare with its answers (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new GitProgram(folder);
    }

    public byte[] run(byte[] input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false", "-c", "gc.auto=0"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")));
        Process process = builder.start();
        Thread writer = Thread.ofVirtual().start(() -> {
            try (var out = process.getOutputStream()) {
                out.write(input);
            } catch (IOException e) {
                process.destroy();
            }
        });
        byte[] output = process.getInputStream().readAllBytes();
        writer.join();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException("git " + String.join(" ", arguments) + " ended with " + exit);
        }
        return output;
    }

    public String run(String... arguments) throws IOException, InterruptedException {
        return new String(run(new byte[0], arguments), StandardCharsets.UTF_8);
    }
}
