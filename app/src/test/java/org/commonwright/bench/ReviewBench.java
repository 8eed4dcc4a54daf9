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
import java.util.function.BiFunction;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.design.Workspace;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.raster.Image;
import org.commonwright.raster.Png;
import org.commonwright.review.Reviewer;
import org.commonwright.task.Progress;

/// Two bills of 100,000 rows read and compared by part and cell, beside `git diff` of their lines; and a review of 500 changed
/// files: until its card is there, and until every file is compared.
public final class ReviewBench {
    private static final long SEED = 7;
    private static final int ROWS = 100_000;
    private static final int FILES = 500;
    private static final int TRIES = 8;

    private ReviewBench() {}

    static List<BenchRow> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("commonwright-bench");
        try {
            List<BenchRow> rows = new ArrayList<>();
            rows.add(lists(folder));
            rows.addAll(review(folder, "design", FILES + " changed files", ReviewBench::files));
            rows.addAll(review(folder, "mixed", "500 changed files, among them 50 boards of KiCad and 50 pictures",
                    ReviewBench::mixed));
            return rows;
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static BenchRow lists(Path folder) throws IOException, InterruptedException {
        var random = new Random(SEED);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(row(i, 1 + random.nextInt(20)));
        }
        Path before = Files.writeString(folder.resolve("before.csv"), table(rows));
        for (int i = 0; i < ROWS / 100; i++) {
            int at = random.nextInt(rows.size());
            switch (i % 4) {
                case 0 -> rows.remove(at);
                case 1 -> rows.add(at, row(ROWS + i, 1));
                case 2 -> rows.add(random.nextInt(rows.size()), rows.remove(at));
                default -> rows.set(at, rows.get(at).replace(",pcs,", "0,pcs,"));
            }
        }
        Path after = Files.writeString(folder.resolve("after.csv"), table(rows));
        double ours = Double.MAX_VALUE;
        double theirs = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            BomDiff diff = BomDiff.between(BomDocument.parse("before.csv", Files.readAllBytes(before)),
                    BomDocument.parse("after.csv", Files.readAllBytes(after)));
            ours = Math.min(ours, (System.nanoTime() - start) / 1e6);
            if (diff.added().size() < ROWS / 500 || diff.moved().isEmpty()) {
                throw new IOException("Of the added and moved rows only some were found");
            }
            start = System.nanoTime();
            Process git = new ProcessBuilder("git", "diff", "--no-index", "--stat", before.toString(),
                    after.toString()).redirectErrorStream(true).start();
            git.getInputStream().readAllBytes();
            git.waitFor();
            theirs = Math.min(theirs, (System.nanoTime() - start) / 1e6);
        }
        return new BenchRow("difference of two bills of 100,000 rows, read and compared by cell", ours, "ms",
                "git diff (lines)", theirs);
    }

    private static String row(int part, int quantity) {
        return "part " + part + "," + quantity + ",pcs,A part with a description " + part + ",Maker " + part % 97
                + ",MPN-"
                + part * 7L;
    }

    private static String table(List<String> rows) {
        return "Part,Quantity,Unit,Description,Manufacturer,MPN\n" + String.join("\n", rows) + "\n";
    }

    private static List<BenchRow> review(Path folder, String name, String what,
            BiFunction<CommitDraft, Integer, CommitDraft> files) {
        var person = new Person("Ada", "ada@example.org");
        try (GitRepository repository = GitRepository.init(folder.resolve(name));
                var workspace = new Workspace(folder.resolve("none"))) {
            CommitId base = repository.commits()
                    .write(files.apply(new CommitDraft(person, Instant.EPOCH, "begin"), 4));
            CommitId head = repository.commits()
                    .write(files.apply(new CommitDraft(person, Instant.EPOCH, "change").on(base), 5));
            double card = Double.MAX_VALUE;
            double whole = Double.MAX_VALUE;
            for (int i = 0; i < TRIES; i++) {
                long start = System.nanoTime();
                new Reviewer(workspace).outline(repository, base, head, 1, Progress.NONE);
                card = Math.min(card, (System.nanoTime() - start) / 1e6);
                start = System.nanoTime();
                new Reviewer(workspace).review(repository, base, head, 1, Progress.NONE);
                whole = Math.min(whole, (System.nanoTime() - start) / 1e6);
            }
            return List.of(BenchRow.alone("review of " + what + ", until the card is there", card, "ms"),
                    BenchRow.alone("review of " + what + ", until every file is compared", whole, "ms"));
        }
    }

    /// Fifty modules of a list and nine other files each.
    private static CommitDraft files(CommitDraft draft, int quantity) {
        for (int i = 0; i < FILES; i++) {
            String module = "modules/m" + i / 10;
            String text = i % 10 == 0
                    ? "Part,Quantity,MPN\n" + "screw," + quantity + ",\nbearing," + quantity + ",608ZZ\n"
                    : "Step " + i + "\n".repeat(40) + "Tighten " + quantity + " screws.\n";
            draft.put(new RepoPath(module + (i % 10 == 0 ? "/bom.csv" : "/docs/step-" + i + ".md")),
                    text.getBytes(StandardCharsets.UTF_8));
        }
        return draft;
    }

    /// The same, with a board of 400 components and a picture of 640 × 480 pixels in each module.
    private static CommitDraft mixed(CommitDraft draft, int quantity) {
        files(draft, quantity);
        var picture = new Image(640, 480);
        for (int m = 0; m < FILES / 10; m++) {
            var board = new StringBuilder("(kicad_pcb (version 20241229) (net 1 \"GND\")\n");
            for (int i = 0; i < 400; i++) {
                board.append("  (footprint \"R_0603\" (layer \"F.Cu\") (uuid \"").append(m).append('-').append(i)
                        .append("\") (at ").append(i % 20 * 3).append(' ').append(i % quantity * 2)
                        .append(") (property \"Reference\" \"R").append(i).append("\") (property \"Value\" \"")
                        .append(i % quantity).append("k\") (pad \"1\" smd rect (at 0 0) (net 1 \"GND\")))\n");
            }
            for (int i = 0; i < picture.argb().length; i++) {
                picture.argb()[i] = 0xFF000000 | i * 31 + (i % 1000 == 0 ? quantity * m : 0);
            }
            String module = "modules/m" + m;
            draft.delete(new RepoPath(module + "/docs/step-" + (10 * m + 8) + ".md"))
                    .delete(new RepoPath(module + "/docs/step-" + (10 * m + 9) + ".md"))
                    .put(new RepoPath(module + "/board.kicad_pcb"),
                            board.append(")\n").toString().getBytes(StandardCharsets.UTF_8))
                    .put(new RepoPath(module + "/photo.png"), Png.encode(picture));
        }
        return draft;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        run().forEach(System.out::println);
    }
}
