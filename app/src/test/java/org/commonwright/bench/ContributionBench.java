package org.commonwright.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.commonwright.contribution.GitProgram;
import org.commonwright.contribution.GrownHistory;
import org.commonwright.contribution.RandomHistory;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.pass.LineHistoryReader;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.eclipse.jgit.api.BlameCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.opentest4j.TestAbortedException;

/// The origin of every line of histories, against `git blame` and JGit's blame of every file, two at a time; then the same with one
/// commit more, and the memory of a long one. Folders that are given to [#main] are measured in place of the made-up histories.
public final class ContributionBench {
    private static final int AT_ONCE = 2;
    private static final int LONG = 50_000;
    private static final int MORE = 5;

    private ContributionBench() {}

    static List<BenchRow> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("commonwright-bench");
        try {
            return made(folder);
        } catch (TestAbortedException e) {
            // The histories, too, are made by git, so without it there is nothing to measure.
            System.err.println(e.getMessage());
            return List.of();
        } finally {
            delete(folder);
        }
    }

    private static List<BenchRow> made(Path folder) throws IOException, InterruptedException {
        List<BenchRow> rows = new ArrayList<>();
        Path tangled = repository(folder.resolve("tangled"));
        GitProgram git = GitProgram.in(tangled);
        git.run(new RandomHistory(42, 500).generate(2_000, 100, 3), "fast-import", "--quiet");
        git.run("update-ref", "refs/heads/main", "c2001");
        git.run("gc", "--quiet");
        rows.addAll(whole(tangled, "origin of every line, 2,000 commits, ~100 files", folder));
        Path grown = grown(folder.resolve("grown"), 5_000, 400);
        rows.addAll(whole(grown, "origin of every line, 5,000 commits, ~400 files", folder));
        rows.add(oneMore(grown, folder.resolve("cache-" + grown.getFileName())));
        rows.add(memory(grown(folder.resolve("long"), LONG, 2_000), folder));
        return rows;
    }

    private static Path repository(Path design) {
        GitRepository.init(design).close();
        return design;
    }

    private static Path grown(Path design, int commits, int files) throws IOException, InterruptedException {
        repository(design);
        Process process = new ProcessBuilder("git", "fast-import", "--quiet").directory(design.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var out = process.getOutputStream()) {
            new GrownHistory(7, 20, out).write(commits, files);
        }
        if (process.waitFor() != 0) {
            throw new IOException("git fast-import failed");
        }
        GitProgram.in(design).run("gc", "--quiet");
        return design;
    }

    private static List<BenchRow> whole(Path design, String name, Path folder)
            throws IOException, InterruptedException {
        List<RepoPath> files;
        CommitId tip;
        double ours;
        try (GitRepository repository = GitRepository.open(design)) {
            tip = repository.require("HEAD");
            long start = System.nanoTime();
            LineHistory history = new LineHistoryReader(folder.resolve("cache-" + design.getFileName()))
                    .read(repository, tip, false, Progress.NONE);
            ours = seconds(start);
            files = history.files().entrySet().stream().filter(f -> f.getValue().origins() != null)
                    .map(f -> f.getKey()).toList();
        }
        long start = System.nanoTime();
        each(files, file -> git(design, tip, file));
        double git = seconds(start);
        start = System.nanoTime();
        each(files, file -> jgit(design, tip, file));
        double jgit = seconds(start);
        return List.of(new BenchRow(name, ours, "s", "git blame", git),
                new BenchRow(name, ours, "s", "JGit blame", jgit));
    }

    private static BenchRow oneMore(Path design, Path cache) throws IOException, InterruptedException {
        GitProgram.in(design).run("checkout", "-q", "-f", "main");
        double best = Double.MAX_VALUE;
        try (GitRepository repository = GitRepository.open(design)) {
            RepoPath changed = repository.tree(repository.require("HEAD")).files().getFirst();
            for (int i = 0; i < MORE; i++) {
                Files.writeString(design.resolve(changed.text()), "one more line, " + i + "\n");
                CommitId next = repository.workTree().commit("One more", new Person("Ada", "ada@example.org"),
                        Instant.now(), List.of(changed), Optional.empty());
                long start = System.nanoTime();
                new LineHistoryReader(cache).read(repository, next, false, Progress.NONE);
                best = Math.min(best, seconds(start));
            }
        }
        return BenchRow.alone("the same after one more commit", best * 1000, "ms");
    }

    /// In a process of its own that has 400 MB for everything.
    private static BenchRow memory(Path design, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx400m", "-cp",
                System.getProperty("java.class.path"), HistoryMemory.class.getName(), design.toString(),
                folder.resolve("cache-long").toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said;
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            said = in.readLine();
        }
        if (process.waitFor() != 0 || said == null) {
            throw new IOException("50,000 commits do not go into 400 MB");
        }
        return BenchRow.alone("heap in use after 50,000 commits, 2,000 files, of 400 MB", Double.parseDouble(said),
                "MB");
    }

    /// What is done to one file.
    private interface Each {
        void of(RepoPath file) throws IOException, InterruptedException, GitAPIException;
    }

    private static void each(List<RepoPath> files, Each what) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Stream<Callable<Boolean>> work = files.stream().map(file -> () -> {
                what.of(file);
                return true;
            });
            for (Future<Boolean> one : threads.invokeAll(work.toList())) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private static void git(Path design, CommitId tip, RepoPath file) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("git", "blame", "--porcelain", tip.hex(), "--", file.text())
                .directory(design.toFile()).redirectOutput(new File("/dev/null")).start().waitFor();
        if (exit != 0) {
            throw new IOException("git blame failed");
        }
    }

    private static void jgit(Path design, CommitId tip, RepoPath file) throws IOException, GitAPIException {
        try (Repository repository = new FileRepositoryBuilder().findGitDir(design.toFile()).build()) {
            new BlameCommand(repository).setStartCommit(ObjectId.fromString(tip.hex())).setFilePath(file.text())
                    .setFollowFileRenames(true).setTextComparator(RawTextComparator.DEFAULT).call().computeAll();
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
        if (args.length == 0) {
            run().forEach(System.out::println);
        }
        for (String real : args) {
            Path folder = Files.createTempDirectory("commonwright-bench");
            whole(Path.of(real), real, folder).forEach(System.out::println);
            delete(folder);
        }
    }
}
