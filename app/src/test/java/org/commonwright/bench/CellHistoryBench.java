package org.commonwright.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.commonwright.contribution.GitProgram;
import org.commonwright.design.history.CellHistory;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.opentest4j.TestAbortedException;

/// Who set one cell of a bill of 1,000 rows that was changed in 100 of 1,000 commits, half of its changes to that cell, with rows
/// added above it: against `git log -L` of the row as it stands, which follows lines and not cells.
public final class CellHistoryBench {
    private static final long SEED = 7;
    private static final int ROWS = 1_000;
    private static final int REVISIONS = 100;
    private static final int COMMITS = 1_000;
    private static final int TRIES = 3;

    private CellHistoryBench() {}

    static List<BenchRow> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("commonwright-bench");
        try {
            return run(folder);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static List<BenchRow> run(Path folder) throws IOException, InterruptedException {
        try (GitRepository repository = GitRepository.init(folder)) {
            GitProgram git;
            try {
                git = GitProgram.in(folder);
            } catch (TestAbortedException e) {
                // Also the history is made by git, so without it there is nothing to measure.
                System.err.println(e.getMessage());
                return List.of();
            }
            var made = new Made();
            git.run(made.stream(), "fast-import", "--quiet");
            git.run("gc", "--quiet");
            CommitId tip = repository.require("main");
            double ours = Double.MAX_VALUE;
            double theirs = Double.MAX_VALUE;
            int found = 0;
            for (int i = 0; i < TRIES; i++) {
                long start = System.nanoTime();
                try (var history = new CellHistory(repository, tip, Progress.NONE)) {
                    found = history.of(tip, new RepoPath("bom.csv"), made.line, 1).size();
                }
                ours = Math.min(ours, (System.nanoTime() - start) / 1e6);
                start = System.nanoTime();
                int row = made.line + 2;
                git.run("log", "-L", row + "," + row + ":bom.csv", "--format=%H", "main");
                theirs = Math.min(theirs, (System.nanoTime() - start) / 1e6);
            }
            if (found != made.set + 1) {
                throw new IOException("The cell was set " + (made.set + 1) + " times, and " + found + " were found");
            }
            return List.of(new BenchRow("history of a cell, 1,000 rows, 100 revisions in 1,000 commits", ours, "ms",
                    "git log -L", theirs));
        }
    }

    /// A made-up history as a stream for `git fast-import`.
    private static final class Made {
        private final Random random = new Random(SEED);
        private final List<String> rows = new ArrayList<>();
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int line = ROWS / 2;
        private int set;

        byte[] stream() throws IOException {
            for (int i = 0; i < ROWS; i++) {
                rows.add("part-" + i + ",1,pcs,A part with a longer description " + i);
            }
            for (int commit = 0; commit < COMMITS; commit++) {
                write("commit refs/heads/main\ncommitter Ada <ada@example.org> " + (1_700_000_000L + commit * 3600L)
                        + " +0000\ndata 1\nx\n");
                if (commit == 0) {
                    bill();
                } else if (commit % (COMMITS / REVISIONS) == 0) {
                    revise(commit);
                    bill();
                } else {
                    file("docs/note-" + commit % 50 + ".md", "Note " + commit + "\n");
                }
            }
            return out.toByteArray();
        }

        private void revise(int commit) {
            int revision = commit / (COMMITS / REVISIONS);
            if (revision % 2 == 0) {
                rows.set(line, "part-" + ROWS / 2 + "," + (revision + 1) + ",pcs,A part with a longer description "
                        + ROWS / 2);
                set++;
                return;
            }
            rows.add(random.nextInt(line), "new-" + revision + ",2,pcs,Added in revision " + revision);
            line++;
        }

        private void bill() throws IOException {
            file("bom.csv", "Part,Quantity,Unit,Description\n" + String.join("\n", rows) + "\n");
        }

        private void file(String path, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            write("M 100644 inline " + path + "\ndata " + bytes.length + "\n");
            out.write(bytes);
            write("\n");
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        run().forEach(System.out::println);
    }
}
