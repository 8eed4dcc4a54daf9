package org.commonwright.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.commonwright.contribution.GitProgram;
import org.commonwright.contribution.RandomHistory;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.pass.LineHistoryReader;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.opentest4j.TestAbortedException;

/// The origin of every line of a made-up history of 2,000 commits and some 100 files, against `git blame` of every file, two
/// at a time; then the same with one commit more.
public final class ContributionBench {
    private static final int COMMITS = 2_000;
    private static final int FILES = 100;
    private static final int AT_ONCE = 2;

    private ContributionBench() {}

    static List<BenchRow> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("commonwright-bench");
        try {
            return run(folder);
        } finally {
            delete(folder);
        }
    }

    private static List<BenchRow> run(Path folder) throws IOException, InterruptedException {
        Path design = folder.resolve("design");
        String name = "origin of every line, 2,000 commits, ~100 files";
        try (GitRepository repository = GitRepository.init(design)) {
            GitProgram git;
            try {
                git = GitProgram.in(design);
            } catch (TestAbortedException e) {
                // Also the history is made by git, so without it there is nothing to measure.
                System.err.println(e.getMessage());
                return List.of();
            }
            git.run(new RandomHistory(42, 500).generate(COMMITS, FILES, 3), "fast-import", "--quiet");
            git.run("gc", "--quiet");
            CommitId tip = repository.require("c" + (COMMITS + 1));
            var reader = new LineHistoryReader(folder.resolve("cache"));
            long start = System.nanoTime();
            LineHistory history = reader.read(repository, tip, false, Progress.NONE);
            double ours = seconds(start);
            start = System.nanoTime();
            blame(design, tip, List.copyOf(history.files().keySet()));
            double theirs = seconds(start);
            repository.refs().update("refs/heads/main", Optional.empty(), tip);
            git.run("checkout", "-q", "-f", "main");
            RepoPath changed = history.files().keySet().iterator().next();
            Files.writeString(design.resolve(changed.text()), "one more line\n");
            CommitId next = repository.workTree().commit("One more", new Person("Ada", "ada@example.org"),
                    Instant.now(),
                    List.of(changed), Optional.empty());
            start = System.nanoTime();
            reader.read(repository, next, false, Progress.NONE);
            return List.of(new BenchRow(name, ours, "s", "git blame", theirs),
                    BenchRow.alone("the same after one more commit", seconds(start) * 1000, "ms"));
        }
    }

    private static void blame(Path design, CommitId tip, List<RepoPath> files)
            throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (RepoPath file : files) {
                running.add(threads.submit(() -> new ProcessBuilder("git", "blame", "--porcelain", tip.hex(), "--",
                        file.text()).directory(design.toFile()).redirectOutput(new File("/dev/null")).start()
                        .waitFor()));
            }
            for (Future<Integer> one : running) {
                if (one.get() != 0) {
                    throw new IOException("git blame failed");
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        run().forEach(System.out::println);
    }
}
