package org.commonwright.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Small repositories for tests, and the `git` of this machine to compare with.
public final class Repos {
    public static final Person ADA = new Person("Ada", "ada@example.org");
    public static final Person BOB = new Person("Bob", "bob@example.org");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Repos() {}

    /// Writes a commit with these files (and only these) on `parents`.
    public static CommitId commit(GitRepository repository, Map<String, String> files, CommitId... parents) {
        var draft = new CommitDraft(ADA, NOON.plusSeconds(60L * parents.length), "test: files");
        files.forEach((path, text) -> draft.put(new RepoPath(path), text.getBytes(StandardCharsets.UTF_8)));
        Arrays.stream(parents).forEach(draft::parent);
        return repository.commits().write(draft);
    }

    /// The same, and makes it the tip of `branch`.
    public static CommitId commit(GitRepository repository, String branch, Map<String, String> files,
            CommitId... parents) {
        CommitId id = commit(repository, files, parents);
        var ref = "refs/heads/" + branch;
        Assertions.assertTrue(repository.refs().update(ref, repository.refs().get(ref), id));
        return id;
    }

    public static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Runs the real `git` with a configuration of its own; the test is skipped where there is none.
    public static String git(Path folder, String... arguments) {
        Assumptions.assumeTrue(hasGit(), "install git to run this test");
        return run(folder, command(arguments)).orElseThrow(() -> new AssertionError("git failed"));
    }

    public static List<String> command(String... arguments) {
        var command = new java.util.ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c",
                "user.email=ada@example.org", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"));
        command.addAll(List.of(arguments));
        return command;
    }

    /// @return what it printed; empty when it failed
    public static Optional<String> run(Path folder, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Assertions.assertTrue(process.waitFor(60, TimeUnit.SECONDS), "git did not end: " + out);
            if (process.exitValue() != 0) {
                System.err.println(command + " in " + folder + ": " + out);
                return Optional.empty();
            }
            return Optional.of(out.strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
