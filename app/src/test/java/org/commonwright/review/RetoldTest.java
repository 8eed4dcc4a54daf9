package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A merge that was made by choosing between the sides is told from one that says something else.
class RetoldTest {
    private static final int CASES = Integer.getInteger("commonwright.retold", 12);
    private static final List<String> FILES = List.of("bom.csv", "okh.toml", "okh.yaml", "a.txt");

    @TempDir
    private Path folder;

    @Test
    void everyChoiceBetweenTheSidesIsRecognisedAndNoThirdValuePasses() {
        try (GitRepository repository = GitRepository.initBare(folder.resolve("r.git")).relaxed()) {
            int asked = 0;
            for (int seed = 0; seed < CASES; seed++) {
                asked += one(repository, seed);
            }
            // One side changed two fields that stand together, the other took both out, and a third was settled otherwise.
            asked += one(repository, 67);
            assertNotEquals(0, asked);
        }
    }

    @Test
    void moreConflictsThanAreTriedByThemselvesAreReadFromTheResult() {
        try (GitRepository repository = GitRepository.initBare(folder.resolve("m.git")).relaxed()) {
            CommitId base = Repos.commit(repository, Map.of("bom.csv", rows(0)));
            CommitId ours = Repos.commit(repository, Map.of("bom.csv", rows(1)), base);
            CommitId theirs = Repos.commit(repository, Map.of("bom.csv", rows(2)), base);
            MergeWork work = MergeWork.plan(repository, ours, theirs);
            Map<MergeConflict, Resolution> choices = new HashMap<>();
            for (MergeConflict conflict : work.conflicts()) {
                choices.put(conflict, choices.size() % 3 == 0 ? new Resolution.Ours() : new Resolution.Theirs());
            }
            assertEquals(600, choices.size());
            assertEquals(List.of(), new MergeTrace(repository, commit(work, choices), Progress.NONE).added());
            choices.put(work.conflicts().getLast(), new Resolution.Value("777"));
            assertEquals(List.of(new RepoPath("bom.csv")),
                    new MergeTrace(repository, commit(work, choices), Progress.NONE).added());
        }
    }

    /// A row may go and a cell above it say that it is a total.
    @Test
    void aTotalWrittenIntoACellAboveARowThatGoesLosesNothing() {
        try (GitRepository repository = GitRepository.initBare(folder.resolve("t.git")).relaxed()) {
            CommitId base = bill(repository, "a,1,x\nb,1,x\nc,1,x\n");
            CommitId ours = bill(repository, "a,1,y\nb,2,x\nc,1,x\n", base);
            CommitId theirs = bill(repository, "a,1,z\nc,1,x\n", base);
            MergeWork work = MergeWork.plan(repository, ours, theirs);
            for (String written : List.of("Total", "total", "", "Total:", "Part")) {
                Map<MergeConflict, Resolution> choices = new HashMap<>();
                for (MergeConflict conflict : work.conflicts()) {
                    boolean row = conflict instanceof MergeConflict.Cell(_, _, var cell) && cell.cell().isEmpty();
                    choices.put(conflict, row ? new Resolution.Theirs() : new Resolution.Value(written));
                }
                CommitId merge = commit(work, choices);
                String said = new String(repository.tree(merge).read(new RepoPath("bom.csv"), 1_000),
                        StandardCharsets.UTF_8);
                assertEquals("Part,Quantity,Notes\na,1," + written + "\nc,1,x\n", said);
            }
        }
    }

    private static CommitId bill(GitRepository repository, String rows, CommitId... parents) {
        return Repos.commit(repository, Map.of("bom.csv", "Part,Quantity,Notes\n" + rows), parents);
    }

    private static String rows(int change) {
        var text = new StringBuilder("Part,Quantity,Notes\n");
        for (int i = 0; i < 600; i++) {
            text.append("part ").append(i).append(',').append(1 + change).append(",\n");
        }
        return text.toString();
    }

    /// @return how many conflicts there were
    private static int one(GitRepository repository, int seed) {
        var random = new Random(seed);
        CommitId base = Repos.commit(repository, files(random, 0));
        CommitId ours = Repos.commit(repository, edited(repository, base, random), base);
        CommitId theirs = Repos.commit(repository, edited(repository, base, random), base);
        MergeWork work = MergeWork.plan(repository, ours, theirs);
        Map<MergeConflict, Resolution> choices = new HashMap<>();
        for (MergeConflict conflict : work.conflicts()) {
            choices.put(conflict, random.nextBoolean() ? new Resolution.Ours() : new Resolution.Theirs());
        }
        CommitId merge = commit(work, choices);
        assertEquals(List.of(), new MergeTrace(repository, merge, Progress.NONE).added(), "seed " + seed);
        for (MergeConflict conflict : work.conflicts()) {
            if (conflict instanceof MergeConflict.Whole) {
                continue;
            }
            Map<MergeConflict, Resolution> other = new HashMap<>(choices);
            other.put(conflict, new Resolution.Value(conflict instanceof MergeConflict.Cell ? "777" : "x: 777\n"));
            boolean row = conflict instanceof MergeConflict.Cell(_, _, var cell) && cell.cell().isEmpty();
            if (!row && !conflict.file().fileName().endsWith("toml")) {
                assertEquals(List.of(conflict.file()),
                        new MergeTrace(repository, commit(work, other), Progress.NONE).added(),
                        "seed " + seed + " " + conflict);
            }
        }
        return work.conflicts().size();
    }

    private static CommitId commit(MergeWork work, Map<MergeConflict, Resolution> choices) {
        return work.commit(choices, new CommitDraft(Repos.ADA, Repos.NOON, "merge"));
    }

    private static Map<String, String> files(Random random, int change) {
        var files = new TreeMap<String, String>();
        for (String file : FILES) {
            var text = new StringBuilder(file.equals("bom.csv") ? "Part,Quantity,Notes\n" : "");
            for (int i = 0; i < 7; i++) {
                int value = change > 0 && random.nextInt(3) == 0 ? change + random.nextInt(3) : 1;
                if (change > 0 && random.nextInt(9) == 0) {
                    continue;
                }
                text.append(switch (file) {
                    case "bom.csv" ->
                        "p" + i + "," + value + "," + (change > 0 && random.nextInt(4) == 0 ? "n" + change : "");
                    case "okh.toml" -> "k" + i + " = \"" + value + "\"";
                    case "okh.yaml" -> "k" + i + ": " + value;
                    default -> "line " + i + " " + value + (i % 2 == 0 ? "\nfixed " + i : "");
                }).append('\n');
            }
            files.put(file, text.toString());
        }
        return files;
    }

    private static Map<String, String> edited(GitRepository repository, CommitId base, Random random) {
        var files = new TreeMap<>(files(random, 2 + random.nextInt(2)));
        if (random.nextInt(3) == 0) {
            files.put("a.txt", new String(repository.tree(base).read(new RepoPath("a.txt"), 10_000),
                    StandardCharsets.UTF_8));
        }
        return files;
    }
}
