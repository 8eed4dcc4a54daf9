package org.commonwright.bench;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.pass.LineHistoryReader;
import org.commonwright.files.Folders;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// The origin of every line of real histories, against `git blame` of every file whose lines are followed, two at a time: the time
/// that passes and the processor time, each the best of several in a process that runs for a while. The histories lie where
/// [#PLACES] says; none is part of the project.
public final class RealHistories {
    /// A variable of the environment: folders with clones in them, separated as a class path is.
    static final String PLACES = "COMMONWRIGHT_HISTORIES";

    private static final int TRIES = Integer.getInteger("commonwright.histories.tries", 15);
    private static final int GITS = Math.min(3, TRIES);
    /// A tick of the counters in `/proc`.
    private static final double TICK = 0.01;
    /// Fewer ticks than these are no measure of processor time.
    private static final int FEW = 5;

    private RealHistories() {}

    /// The time that passed, and how long processors worked.
    private record Spent(double wall, double processor) {
        Spent best(Spent other) {
            return new Spent(Math.min(wall, other.wall), Math.min(processor, other.processor));
        }
    }

    static List<BenchRow> run() throws IOException, InterruptedException {
        String places = System.getenv().getOrDefault(PLACES, "");
        if (places.isEmpty()) {
            System.err.println("Real histories are left out: " + PLACES + " names no folder with clones");
            return List.of();
        }
        List<BenchRow> rows = new ArrayList<>();
        for (String place : places.split(File.pathSeparator)) {
            try (Stream<Path> clones = Files.list(Path.of(place))) {
                for (Path clone : clones.filter(Files::isDirectory).sorted().toList()) {
                    rows.addAll(of(clone));
                }
            }
        }
        return rows;
    }

    private static final Spent FOREVER = new Spent(Double.MAX_VALUE, Double.MAX_VALUE);

    private static List<BenchRow> of(Path clone) throws IOException, InterruptedException {
        Path cache = Files.createTempDirectory("commonwright-bench");
        try (GitRepository repository = GitRepository.open(clone)) {
            CommitId tip = repository.require("HEAD");
            LineHistory history = read(repository, tip, cache.resolve("first"));
            Spent ours = FOREVER;
            for (int i = 0; i < TRIES; i++) {
                Path fresh = cache.resolve("try-" + i);
                ours = ours.best(spent(Who.SELF, () -> read(repository, tip, fresh)));
            }
            List<RepoPath> files = history.files().entrySet().stream().filter(f -> f.getValue().origins() != null)
                    .map(f -> f.getKey()).toList();
            Spent git = FOREVER;
            for (int i = 0; i < GITS; i++) {
                git = git.best(spent(Who.CHILDREN, () -> blame(clone, tip, files)));
            }
            Spent cold = cold(clone, cache);
            String name = "origin of every line, " + clone.getFileName() + ", " + history.reached().size()
                    + " commits, " + files.size() + " files";
            List<BenchRow> rows = new ArrayList<>();
            rows.add(new BenchRow(name, ours.wall, "s", "git blame", git.wall));
            if (Math.min(ours.processor, git.processor) >= FEW * TICK) {
                rows.add(new BenchRow("the same, processor time", ours.processor, "s", "git blame", git.processor));
            }
            rows.add(new BenchRow("the same, as the first thing that a program does", cold.wall, "s", "git blame",
                    git.wall));
            return rows;
        } finally {
            Folders.delete(cache);
        }
    }

    private static LineHistory read(GitRepository repository, CommitId tip, Path cache) {
        return new LineHistoryReader(cache).read(repository, tip, false, Progress.NONE);
    }

    private static void blame(Path clone, CommitId tip, List<RepoPath> files) throws IOException, InterruptedException {
        var names = new ByteArrayOutputStream();
        for (RepoPath file : files) {
            names.writeBytes(file.text().getBytes(StandardCharsets.UTF_8));
            names.write(0);
        }
        var git = new ProcessBuilder("xargs", "-0", "-P", "2", "-n", "1", "git", "blame", "--porcelain", tip.hex(),
                "--").directory(clone.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (var in = git.getOutputStream()) {
            names.writeTo(in);
        }
        if (git.waitFor() != 0) {
            throw new IOException("git blame failed in " + clone);
        }
    }

    /// In a process of its own that has done nothing before, started as `bin/commonwright contributors` starts it; its own start does
    /// not count.
    private static Spent cold(Path clone, Path cache) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), RealHistories.class.getName(),
                clone.toString(),
                cache.resolve("cold").toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String[] said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split(" ");
        if (process.waitFor() != 0 || said.length != 2) {
            throw new IOException("a process for " + clone + " failed");
        }
        return new Spent(Double.parseDouble(said[0]), Double.parseDouble(said[1]));
    }

    /// What is measured.
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /// Whose processor time: fields of `/proc/self/stat`, from the process's state on.
    private enum Who {
        SELF(11), CHILDREN(13);

        private final int field;

        Who(int field) {
            this.field = field;
        }

        double processor() throws IOException {
            Path stat = Path.of("/proc/self/stat");
            if (!Files.isReadable(stat)) {
                return Double.NaN;
            }
            String said = Files.readString(stat);
            String[] fields = said.substring(said.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) * TICK;
        }
    }

    private static Spent spent(Who who, Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        double processor = who.processor();
        work.run();
        return new Spent((System.nanoTime() - start) / 1e9, who.processor() - processor);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 0) {
            run().forEach(System.out::println);
            return;
        }
        try (GitRepository repository = GitRepository.open(Path.of(args[0]))) {
            CommitId tip = repository.require("HEAD");
            Spent once = spent(Who.SELF, () -> read(repository, tip, Path.of(args[1])));
            System.out.println(once.wall + " " + once.processor);
        }
    }
}
