package org.commonwright.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.commonwright.design.Workspace;
import org.commonwright.git.BulkWriter;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkCache;
import org.commonwright.review.fork.ForkScan;
import org.commonwright.review.fork.ForkTable;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.review.fork.PairCheck;
import org.commonwright.task.Progress;

/// Ten thousand branches of a design with 5,000 commits: until the first fifty have their figures, until all have, the same once more
/// from the cache, and a thousand pairs merged in memory; and the memory that all of it holds.
public final class ForksBench {
    private static final long SEED = 11;
    private static final int COMMITS = 5_000;
    private static final int BRANCHES = 10_000;
    private static final int MODULES = 40;
    private static final int FIRST = 50;
    private static final int PAIRS = 1_000;
    private static final int HEX = 40;
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

    private ForksBench() {}

    static List<BenchRow> run() throws IOException {
        Path folder = Files.createTempDirectory("commonwright-bench");
        try (GitRepository made = GitRepository.initBare(folder.resolve("design.git")).relaxed()) {
            CommitId main = lay(made, folder.resolve("design.git"));
            return measure(folder, main);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static List<BenchRow> measure(Path folder, CommitId main) throws IOException {
        var rows = new ArrayList<BenchRow>();
        for (String round : List.of("", ", from the cache")) {
            long used = used();
            long start = System.nanoTime();
            try (GitRepository repository = GitRepository.open(folder.resolve("design.git"));
                    var workspace = new Workspace(folder.resolve("none"))) {
                ForkCache cache = ForkCache.open(folder.resolve("cache"), repository);
                List<Fork> forks = new ArrayList<>();
                try (var scan = new ForkScan(repository, workspace, main, cache, BEGIN, Progress.NONE)) {
                    for (ForkTip tip : scan.tips(Progress.NONE)) {
                        forks.add(scan.figures(tip, Progress.NONE));
                        if (forks.size() == FIRST) {
                            rows.add(BenchRow.alone("10,000 branches, until the first page has its figures" + round,
                                    seconds(start), "s"));
                        }
                    }
                    rows.add(BenchRow.alone("10,000 branches, until all have their figures" + round, seconds(start),
                            "s"));
                }
                start = System.nanoTime();
                ForkTable table = ForkTable.of(main, forks, new PairCheck(repository, cache), PAIRS, Progress.NONE);
                rows.add(BenchRow.alone("10,000 branches, overlaps of all and 1,000 pairs merged in memory" + round,
                        seconds(start), "s"));
                cache.save();
                rows.add(BenchRow.alone("10,000 branches, memory held" + round, (used() - used) / 1e6, "MB"));
                if (forks.size() != BRANCHES || table.pairs().isEmpty()) {
                    throw new IOException("not all branches were found");
                }
            }
        }
        return rows;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// @return the main branch's last commit
    private static CommitId lay(GitRepository repository, Path folder) throws IOException {
        var random = new Random(SEED);
        var main = new ArrayList<CommitId>();
        var refs = new StringBuilder("# pack-refs with: peeled fully-peeled sorted \n");
        try (BulkWriter bulk = repository.bulk()) {
            CommitDraft first = draft(0, "begin").put(new RepoPath("README.md"), bytes("line\n".repeat(50)));
            for (int m = 0; m < MODULES; m++) {
                first.put(path(m, "okh.toml"), bytes("name = \"M" + m + "\"\n")).put(path(m, "bom.csv"), bom(random))
                        .put(path(m, "part.scad"), bytes("cube(1);\n"));
            }
            main.add(bulk.write(first));
            for (int i = 1; i < COMMITS; i++) {
                main.add(bulk.write(draft(i, "change " + i).on(main.getLast()).put(path(random.nextInt(MODULES),
                        "part.scad"), bytes("cube(" + i + ");\n"))));
            }
            var branches = new ArrayList<String>();
            for (int b = 0; b < BRANCHES; b++) {
                CommitId at = main.get(COMMITS - 1 - random.nextInt(COMMITS / 2));
                for (int step = random.nextInt(3); step >= 0; step--) {
                    CommitDraft draft = draft(COMMITS + random.nextInt(10_000), "fork " + b + " step " + step).on(at);
                    int module = random.nextInt(MODULES);
                    at = bulk.write(random.nextBoolean()
                            ? draft.put(path(module, "bom.csv"), bom(random))
                            : draft.put(path(module, "part.scad"), bytes("sphere(" + b + ");\n")));
                }
                branches.add(at.hex() + " refs/heads/f/" + b + "\n");
            }
            bulk.finish();
            branches.sort(Comparator.comparing(line -> line.substring(HEX + 1)));
            branches.forEach(refs::append);
        }
        refs.append(main.getLast().hex()).append(" refs/heads/main\n");
        Files.writeString(folder.resolve("packed-refs"), refs);
        return main.getLast();
    }

    private static CommitDraft draft(int hour, String message) {
        return new CommitDraft(new Person("Dev " + hour % 300, "dev" + hour % 300 + "@example.org"),
                BEGIN.plusSeconds(3600L * hour), message);
    }

    private static RepoPath path(int module, String file) {
        return new RepoPath("modules/m" + module + "/" + file);
    }

    private static byte[] bom(Random random) {
        var bom = new StringBuilder("Part,Quantity,Notes\n");
        for (int i = 0; i < 60; i++) {
            bom.append("part-").append(i).append(',').append(1 + random.nextInt(9)).append(",\n");
        }
        return bytes(bom.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] args) throws IOException {
        run().forEach(System.out::println);
    }
}
