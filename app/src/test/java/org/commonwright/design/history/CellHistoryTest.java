package org.commonwright.design.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.commonwright.Seed;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellHistoryTest {
    private static final RepoPath BOM = new RepoPath("bom.csv");

    @TempDir
    Path home;

    private GitRepository repository;
    private int minutes;

    @BeforeEach
    void open() {
        repository = GitRepository.init(home.resolve("design"));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private CommitId commit(Person author, String message, Map<String, String> files, CommitId... parents) {
        var draft = new CommitDraft(author, Repos.NOON.plusSeconds(60L * minutes++), message);
        files.forEach((path, text) -> draft.put(new RepoPath(path), text.getBytes(StandardCharsets.UTF_8)));
        List.of(parents).forEach(draft::parent);
        return repository.commits().write(draft);
    }

    private List<String> history(CommitId at, RepoPath file, int line, int column) {
        try (var history = new CellHistory(repository, at, Progress.NONE)) {
            return history.of(at, file, line, column).stream().map(c -> c.subject() + " " + c.author().name() + " "
                    + c.kind() + " " + c.before() + "→" + c.after() + " " + c.file() + ":" + c.row()).toList();
        }
    }

    @Test
    void itFollowsMovedRowsRenamedColumnsAndRenamedFiles() {
        String first = "Part,Qty\nscrew,4\nplate,1\nrod,2\n";
        CommitId a = commit(Repos.ADA, "list", Map.of("bom.csv", first));
        CommitId b = commit(Repos.BOB, "more screws", Map.of("bom.csv", "Part,Qty\nscrew,6\nplate,1\nrod,2\n"), a);
        CommitId c = commit(Repos.ADA, "sorted, and headers spelt out",
                Map.of("bom.csv", "Part,Quantity,Notes\nplate,1,\nrod,2,\nscrew,6,\n"), b);
        CommitId d = commit(Repos.ADA, "moved",
                Map.of("frame/bom.csv", "Part,Quantity,Notes\nplate,1,\nrod,2,\nscrew,6,\n"), c);
        CommitId e = commit(Repos.BOB, "eight",
                Map.of("frame/bom.csv", "Part,Quantity,Notes\nplate,1,\nrod,2,\nscrew,8,a\n"),
                d);
        RepoPath now = new RepoPath("frame/bom.csv");
        assertEquals(List.of("eight Bob SET 6→8 frame/bom.csv:4", "more screws Bob SET 4→6 bom.csv:2",
                "list Ada FILE_ADDED null→4 bom.csv:2"), history(e, now, 2, 1));
        assertEquals(List.of("eight Bob SET →a frame/bom.csv:4",
                "sorted, and headers spelt out Ada COLUMN_ADDED null→ bom.csv:4"), history(e, now, 2, 2));
        assertEquals(List.of("list Ada FILE_ADDED null→1 bom.csv:3"), history(e, now, 0, 1));
    }

    @Test
    void aMergeOwnsOnlyWhatIsInNoParent() {
        CommitId base = commit(Repos.ADA, "list", Map.of("bom.csv", "Part,Quantity\nscrew,4\nplate,1\nrod,2\n"));
        CommitId left = commit(Repos.ADA, "left", Map.of("bom.csv", "Part,Quantity\nscrew,6\nplate,1\nrod,3\n"), base);
        CommitId right = commit(Repos.BOB, "right", Map.of("bom.csv", "Part,Quantity\nscrew,4\nplate,2\nrod,4\n"),
                base);
        CommitId merge = commit(Repos.ADA, "merge",
                Map.of("bom.csv", "Part,Quantity\nscrew,6\nplate,2\nrod,5\nnew,1\n"), left, right);
        assertEquals("left Ada SET 4→6 bom.csv:2", history(merge, BOM, 0, 1).getFirst());
        assertEquals("right Bob SET 1→2 bom.csv:3", history(merge, BOM, 1, 1).getFirst());
        assertEquals("merge Ada SET 3→5 bom.csv:4", history(merge, BOM, 2, 1).getFirst());
        assertEquals(List.of("merge Ada ROW_ADDED null→1 bom.csv:5"), history(merge, BOM, 3, 1));
    }

    @Test
    void aVersionThatIsNoListEndsTheStory() {
        CommitId a = commit(Repos.ADA, "broken", Map.of("bom.csv", "\u0000\u0001\u0002"));
        CommitId b = commit(Repos.BOB, "mended", Map.of("bom.csv", "Part,Quantity\nscrew,4\n"), a);
        assertEquals(List.of("mended Bob FILE_ADDED null→4 bom.csv:2"), history(b, BOM, 0, 1));
        Fault fault = assertThrows(Fault.class, () -> history(b, new RepoPath("other.csv"), 0, 1));
        assertEquals("design.no-file-in-commit", fault.code());
    }

    /// A line of random edits of values, where each cell's own list of values is known.
    @Test
    void itAgreesWithWhatWasDone() {
        long seed = Seed.chosen();
        var random = new Random(seed);
        int rows = 12;
        List<List<String>> told = new ArrayList<>();
        int[] values = new int[rows];
        CommitId tip = null;
        for (int revision = 0; revision < 60; revision++) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
            java.util.Collections.shuffle(order, random);
            String name = "edit " + revision;
            for (int row = 0; row < rows; row++) {
                if (revision == 0) {
                    told.add(new ArrayList<>(List.of(name + " null→0")));
                } else if (random.nextInt(8) == 0) {
                    told.get(row).addFirst(name + " " + values[row] + "→" + (values[row] + 1));
                    values[row]++;
                }
            }
            var text = new StringBuilder("Part,Quantity\n");
            order.forEach(row -> text.append("part-").append(row).append(',').append(values[row]).append('\n'));
            text.append("revision,").append(revision).append('\n');
            tip = tip == null
                    ? commit(Repos.ADA, name, Map.of("bom.csv", text.toString()))
                    : commit(Repos.ADA, name, Map.of("bom.csv", text.toString()), tip);
            if (revision == 59) {
                for (int line = 0; line < rows; line++) {
                    try (var history = new CellHistory(repository, tip, Progress.NONE)) {
                        assertEquals(told.get(order.get(line)), history.of(tip, BOM, line, 1).stream()
                                .map(c -> c.subject() + " " + c.before() + "→" + c.after()).toList(), "seed " + seed);
                    }
                }
            }
        }
    }
}
