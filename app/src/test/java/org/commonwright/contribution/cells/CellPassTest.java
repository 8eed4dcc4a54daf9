package org.commonwright.contribution.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.commonwright.contribution.ContributionReader;
import org.commonwright.contribution.GitProgram;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.pass.LineHistoryReader;
import org.commonwright.design.history.CellHistory;
import org.commonwright.git.FileHistory;
import org.commonwright.git.FileVersion;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each cell of a list belongs to whoever set it last, whatever became of its row, its column and its file.
@Execution(ExecutionMode.CONCURRENT)
class CellPassTest {
    private static final RepoPath LIST = new RepoPath("bom.csv");

    @TempDir
    Path folder;

    private final StringBuilder stream = new StringBuilder();
    private int made;

    private String commit(String who, String from, String files) {
        made++;
        stream.append("commit refs/heads/c").append(made).append("\nauthor ").append(who).append(" <")
                .append(who.toLowerCase(Locale.ROOT)).append("@example.org> ").append(1_700_000_000 + made)
                .append(" +0000\ncommitter ").append(who).append(" <x@example.org> ").append(1_700_000_000 + made)
                .append(" +0000\n");
        String message = who.equals("Dee") ? "x\n\nCo-authored-by: Eve <eve@example.org>\n" : "x\n";
        stream.append("data ").append(message.length()).append('\n').append(message).append('\n').append(from)
                .append(files);
        return "refs/heads/c" + made;
    }

    private static String file(String path, String text) {
        return "M 100644 inline " + path + "\ndata " + text.getBytes(StandardCharsets.UTF_8).length + "\n" + text
                + "\n";
    }

    private GitRepository imported() throws IOException, InterruptedException {
        Path design = folder.resolve("design");
        GitRepository.init(design).close();
        GitProgram.in(design).run(stream.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
        return GitRepository.open(design);
    }

    private Map<String, Rational> cells(GitRepository repository, String at) {
        Cells cells = new ContributionReader(folder.resolve("cache")).cells(repository, repository.require(at),
                List.of(LIST), _ -> RepoPath.ROOT, Progress.NONE);
        assertEquals(List.of(), cells.problems());
        Map<String, Rational> byName = new HashMap<>();
        cells.people().forEach((person, n) -> byName.put(person.name(), n));
        return byName;
    }

    private static Rational n(long up, long down) {
        return Rational.of(up, down);
    }

    @Test
    void aCellStaysItsSettersThroughMovedRowsRenamedHeadersAndAMovedFile() throws IOException, InterruptedException {
        String from = commit("Ada", "", file("parts.csv", "Part,Quantity,Unit,Description\nbolt,4,pcs,M3\n"
                + "nut,4,pcs,\nplate,1,pcs,cut\n"));
        from = commit("Bo", "from " + from + "\n", "D parts.csv\n" + file("bom.csv",
                "Part,Quantity,Unit,Description\nbolt,8,pcs,M3\nnut,4,pcs,\nplate,1,pcs,cut\n"));
        from = commit("Cy", "from " + from + "\n", file("bom.csv",
                "Part,Description,Qty,Unit\nplate,cut,1,pcs\nbolt,M3,8,pcs\nnut,,4,pcs\n"));
        from = commit("Dee", "from " + from + "\n", file("bom.csv",
                "Part,Description,Qty,Unit\nplate,cut,1,pcs\nbolt,M3,8,pcs\nnut,steel,4,pcs\nwasher,,4,pcs\n"));
        try (GitRepository repository = imported()) {
            assertEquals(Map.of(), cells(repository, "c1"));
            assertEquals(Map.of("Ada", n(11, 1)), first(repository));
            assertEquals(Map.of("Ada", n(10, 1), "Bo", n(1, 1)), cells(repository, "c3"));
            assertEquals(Map.of("Ada", n(10, 1), "Bo", n(1, 1), "Dee", n(2, 1), "Eve", n(2, 1)),
                    cells(repository, "c4"));
        }
    }

    private Map<String, Rational> first(GitRepository repository) {
        Cells cells = new ContributionReader(folder.resolve("first")).cells(repository, repository.require("c1"),
                List.of(new RepoPath("parts.csv")), _ -> RepoPath.ROOT, Progress.NONE);
        return Map.of("Ada", cells.people().values().iterator().next());
    }

    @Test
    void whoMergesOwnsOnlyWhatNoSideHas() throws IOException, InterruptedException {
        String head = "Part,Quantity,Unit\n";
        String base = commit("Ada", "", file("bom.csv", head + "bolt,4,pcs\nnut,4,pcs\n"));
        String left = commit("Bo", "from " + base + "\n", file("bom.csv", head + "bolt,6,pcs\nnut,4,pcs\n"));
        String right = commit("Cy", "from " + base + "\n", file("bom.csv", head + "bolt,4,pcs\nnut,9,pcs\n"));
        commit("Fay", "from " + left + "\nmerge " + right + "\n", file("bom.csv", head + "bolt,6,pcs\nnut,9,bag\n"));
        try (GitRepository repository = imported()) {
            assertEquals(Map.of("Ada", n(3, 1), "Bo", n(1, 1), "Cy", n(1, 1), "Fay", n(1, 1)),
                    cells(repository, "c4"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheHistoryOfEachCell(long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        List<List<List<String>>> tables = new ArrayList<>();
        List<String> refs = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int from = i == 0 ? -1 : random.nextInt(4) == 0 ? random.nextInt(i) : i - 1;
            int other = i > 4 && random.nextInt(5) == 0 ? random.nextInt(i) : from;
            List<List<String>> table = i == 0 ? start(8 * (int) seed) : changed(tables.get(from), random, i);
            String parents = i == 0
                    ? ""
                    : "from " + refs.get(from) + "\n" + (other == from ? "" : "merge " + refs.get(other) + "\n");
            if (other != from) {
                mix(table, tables.get(other), random);
            }
            tables.add(table);
            refs.add(commit("P" + i, parents, file("bom.csv", text(table))));
        }
        try (GitRepository repository = imported()) {
            for (int i : List.of(12, 30)) {
                check(repository, repository.require("c" + i), "seed " + seed);
            }
        }
    }

    private void check(GitRepository repository, CommitId tip, String hint) {
        LineHistory history = new LineHistoryReader(folder.resolve("cache")).read(repository, tip, false,
                Progress.NONE);
        try (FileHistory files = repository.fileHistory();
                var one = new CellHistory(repository, tip, Progress.NONE)) {
            CellOrigins fresh = pass(repository, history, files, Optional.empty());
            int set = 0;
            for (int line = 0; line < fresh.commits().length; line++) {
                for (int column = 0; column < fresh.commits()[line].length; column++) {
                    int commit = fresh.commit(line, column);
                    if (commit != CellOrigins.NOBODY) {
                        set++;
                        assertEquals(one.of(tip, LIST, line, column).getFirst().commit(),
                                history.commits().row(commit).id(), hint + ", line " + line + ", column " + column);
                    }
                }
            }
            assertTrue(set > 10, hint);
            var store = new CellStore(folder.resolve("kept.cells"), history.commits());
            Optional<KnownCells> kept = store.read();
            assertEquals(List.of(rows(fresh)), List.of(rows(pass(repository, history, files, kept))),
                    hint + ", with what an earlier reading kept");
            store.write(new KnownCells(tip, Map.of(LIST, found(repository, history, files, kept))));
        }
    }

    private static List<List<Integer>> rows(CellOrigins cells) {
        return Arrays.stream(cells.commits()).map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    private static CellOrigins pass(GitRepository repository, LineHistory history, FileHistory files,
            Optional<KnownCells> kept) {
        return found(repository, history, files, kept).cells();
    }

    private static KnownCells.Found found(GitRepository repository, LineHistory history, FileHistory files,
            Optional<KnownCells> kept) {
        return new CellPass(repository, files, new VersionOrigins(history, files, kept), Progress.NONE)
                .read(files.at(history.tip(), LIST).orElseThrow());
    }

    private static List<List<String>> start(int rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(new ArrayList<>(List.of("Part", "Quantity", "Unit", "Description")));
        for (int i = 0; i < rows; i++) {
            table.add(new ArrayList<>(List.of("part-" + i, "1", "pcs", "words " + i)));
        }
        return table;
    }

    private static List<List<String>> changed(List<List<String>> before, Random random, int step) {
        List<List<String>> table = new ArrayList<>();
        before.forEach(row -> table.add(new ArrayList<>(row)));
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int row = 1 + random.nextInt(table.size() - 1);
            switch (random.nextInt(6)) {
                case 0, 1 -> table.get(row).set(table.getFirst().indexOf("Quantity"), "" + step);
                case 2 -> table.get(row).set(table.getFirst().indexOf("Description"), "set in " + step);
                case 3 -> {
                    List<String> added = new ArrayList<>(table.get(row));
                    added.set(table.getFirst().indexOf("Part"), "new-" + step + "-" + edits);
                    added.set(table.getFirst().indexOf("Description"), "added in " + step);
                    table.add(row, added);
                }
                case 4 -> table.add(1 + random.nextInt(table.size() - 1), table.remove(row));
                default -> {
                    int a = random.nextInt(4);
                    int b = random.nextInt(4);
                    table.forEach(r -> Collections.swap(r, a, b));
                }
            }
        }
        return table;
    }

    /// Takes some cells of the other side into a merge.
    private static void mix(List<List<String>> table, List<List<String>> other, Random random) {
        int part = table.getFirst().indexOf("Part");
        int quantity = table.getFirst().indexOf("Quantity");
        for (List<String> row : table.subList(1, table.size())) {
            for (List<String> there : other.subList(1, other.size())) {
                if (there.get(other.getFirst().indexOf("Part")).equals(row.get(part)) && random.nextBoolean()) {
                    row.set(quantity, there.get(other.getFirst().indexOf("Quantity")));
                }
            }
        }
    }

    private static String text(List<List<String>> table) {
        var text = new StringBuilder();
        table.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString();
    }

    @Test
    void howFarItIsIsSaidAndItCanBeCancelled() throws IOException, InterruptedException {
        String from = "";
        for (int i = 0; i < 8; i++) {
            String ref = commit("Ada", from, file("bom.csv", "Part,Quantity\nbolt," + i + "\nnut,4\n"));
            from = "from " + ref + "\n";
        }
        try (GitRepository repository = imported()) {
            CommitId tip = repository.require("c8");
            LineHistory history = new LineHistoryReader(folder.resolve("cache")).read(repository, tip, false,
                    Progress.NONE);
            List<Double> done = new ArrayList<>();
            var progress = new Progress() {
                @Override
                public void update(double fraction) {
                    done.add(fraction);
                }

                @Override
                public void say(String key, Object... arguments) {}

                @Override
                public boolean cancelled() {
                    return !done.isEmpty() && done.getLast() >= 0.5;
                }
            };
            try (FileHistory files = repository.fileHistory()) {
                var pass = new CellPass(repository, files, new VersionOrigins(history, files, Optional.empty()),
                        progress);
                FileVersion list = files.at(tip, LIST).orElseThrow();
                assertThrows(CancelledFault.class, () -> pass.read(list));
            }
            assertEquals(List.of(0.0, 0.125, 0.25, 0.375, 0.5), done);
        }
    }

    @Test
    void aPathMayBeLongerThanAShortTextOfACache() {
        try (GitRepository repository = GitRepository.init(folder.resolve("design"))) {
            String deep = "f".repeat(40_000) + "/" + "g".repeat(40_000) + "/";
            CommitId made = Repos.commit(repository, Map.of(deep + "a.csv", "Part,Quantity\nscrew,4\n", deep + "b.csv",
                    "Part,Quantity\nrod,2\n"));
            List<RepoPath> lists = List.of(new RepoPath(deep + "a.csv"), new RepoPath(deep + "b.csv"));
            for (int kept = 0; kept < 2; kept++) {
                Cells cells = new ContributionReader(folder.resolve("cache")).cells(repository, made, lists,
                        _ -> RepoPath.ROOT, Progress.NONE);
                assertEquals(List.of(n(4, 1)), List.copyOf(cells.people().values()));
            }
        }
    }
}
