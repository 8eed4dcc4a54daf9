package org.commonwright.review.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.commonwright.design.Workspace;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which forks overlap, and which conflict with which.
class PairCheckTest {
    private static final Map<String, String> FILES = Map.of("bom.csv",
            "Part,Quantity,Notes\nscrew,4,\nrod,2,steel\nbelt,1,\n", "README.md", "one\ntwo\nthree\nfour\nfive\n",
            "okh.toml", "name = \"Lamp\"\nversion = \"1\"\nlicense = \"MIT\"\n", "a.stl", "solid a\n");

    @TempDir
    Path folder;

    private GitRepository repository;
    private CommitId base;

    @BeforeEach
    void aDesign() {
        repository = GitRepository.initBare(folder.resolve("lamp.git"));
        base = Repos.commit(repository, "main", FILES);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private CommitId fork(String branch, String... changes) {
        return fork(base, branch, changes);
    }

    /// @param changes file, what is replaced, by what
    private CommitId fork(CommitId on, String branch, String... changes) {
        var files = new TreeMap<>(FILES);
        for (int i = 0; i < changes.length; i += 3) {
            files.compute(changes[i], replaced(changes[i + 1], changes[i + 2]));
        }
        return Repos.commit(repository, branch, files, on);
    }

    private static BiFunction<String, String, String> replaced(String what, String by) {
        return (_, text) -> text.replace(what, by);
    }

    private ForkTable table() {
        ForkCache cache = ForkCache.open(folder.resolve("cache"), repository);
        try (var workspace = new Workspace(folder.resolve("workspace"));
                var scan = new ForkScan(repository, workspace, base, cache, Instant.now(), Progress.NONE)) {
            List<Fork> forks = new ArrayList<>();
            scan.tips(Progress.NONE).forEach(tip -> forks.add(scan.figures(tip, Progress.NONE)));
            ForkTable table = ForkTable.of(base, forks, new PairCheck(repository, cache), 100, Progress.NONE);
            cache.save();
            return table;
        }
    }

    private static Pair pair(ForkTable table, CommitId a, CommitId b) {
        return table.pairs().getOrDefault(a, Map.of()).get(b);
    }

    private static List<String> clashes(Pair pair) {
        return pair.clashes().stream()
                .map(clash -> clash.kind() + " " + clash.file() + " " + clash.part() + " " + clash.cell()).toList();
    }

    @Test
    void billsConflictByCellManifestsByFieldTextsByLine() {
        CommitId ada = fork("ada", "bom.csv", "screw,4", "screw,5", "okh.toml", "MIT", "CERN-OHL-S-2.0", "README.md",
                "one", "ONE");
        CommitId bob = fork("bob", "bom.csv", "screw,4", "screw,6", "okh.toml", "MIT", "GPL-3.0", "README.md", "one",
                "uno");
        CommitId cleo = fork("cleo", "bom.csv", "screw,4,", "screw,4,black", "okh.toml", "\"1\"", "\"2\"", "README.md",
                "five", "FIVE");
        CommitId dan = fork("dan", "a.stl", "solid a", "solid b");
        CommitId eve = fork("eve", "a.stl", "solid a", "solid c");
        ForkTable table = table();
        assertEquals(List.of("CELL bom.csv screw Quantity", "FIELD okh.toml  license", "LINES README.md  "),
                clashes(pair(table, ada, bob)).stream().sorted().toList());
        Pair beside = pair(table, ada, cleo);
        assertFalse(beside.conflicts());
        assertEquals(List.of("screw"), beside.shared().stream()
                .filter(shared -> shared.file().text().equals("bom.csv")).findFirst().orElseThrow().parts());
        assertEquals(List.of("WHOLE a.stl  "), clashes(pair(table, dan, eve)));
        assertEquals(null, pair(table, ada, dan), "nothing in common");
        Fork first = table.forks().stream().filter(fork -> fork.head().equals(ada)).findFirst().orElseThrow();
        assertEquals(2, table.overlaps().count(first));
        assertEquals(List.of("bob"), table.conflicts(first).stream().map(o -> o.other().name()).toList());
        String said = ForkWords.pair("bob", 3, Optional.of(pair(table, ada, bob)), true, new Messages(Locale.UK));
        assertTrue(said.startsWith("conflicts with bob: ") && said.contains("bom.csv screw Quantity"), said);
        assertEquals(table.pairs(), table().pairs(), "from the cache");
        assertEquals(0, table.unlooked());
    }

    @Test
    void whoBuildsOnAnotherConflictsWithNobody() {
        CommitId ada = fork("ada", "bom.csv", "screw,4", "screw,5");
        CommitId more = fork(ada, "more", "bom.csv", "screw,4", "screw,7");
        ForkTable table = table();
        Pair pair = pair(table, ada, more);
        assertFalse(pair.conflicts());
        assertEquals(pair.a().equals(more) ? Pair.Relation.HOLDS : Pair.Relation.HELD, pair.relation());
    }

    @Test
    void aFileThatOnlyItsCaseTellsApartOverlaps() {
        CommitId ada = Repos.commit(repository, "ada", withNote("NOTES.md"), base);
        CommitId bob = Repos.commit(repository, "bob", withNote("notes.md"), base);
        ForkTable table = table();
        Fork first = table.forks().stream().filter(fork -> fork.head().equals(ada)).findFirst().orElseThrow();
        assertEquals(List.of(bob), table.overlaps().of(first, 9).stream().map(o -> o.other().head()).toList());
    }

    private static Map<String, String> withNote(String name) {
        var files = new TreeMap<>(FILES);
        files.put(name, "note\n");
        return files;
    }

    @Test
    void whatIsWrongWithTheBranchIsNotToldOfThePair() {
        CommitId old = base;
        CommitId ada = fork("ada", "README.md", "one", "ONE", "bom.csv", "screw,4", "screw,5");
        base = Repos.commit(repository, "main", Map.of("README.md", "uno\ntwo\nthree\nfour\nfive\n", "bom.csv",
                FILES.get("bom.csv"), "okh.toml", FILES.get("okh.toml"), "a.stl", FILES.get("a.stl")), old);
        var late = new TreeMap<>(FILES);
        late.put("README.md", "uno\ntwo\nthree\nfour\nfive\n");
        late.put("bom.csv", FILES.get("bom.csv").replace("rod,2", "rod,3"));
        CommitId bob = Repos.commit(repository, "bob", late, base);
        ForkTable table = table();
        assertFalse(pair(table, ada, bob).conflicts(), "both changed other parts");
        assertEquals(List.of("LINES README.md  "), clashes(table.withMain().get(ada)));
        assertFalse(table.withMain().get(bob).conflicts());
    }

    @Test
    void aBoundOnPairsIsSaid() {
        for (int i = 0; i < 5; i++) {
            fork("f" + i, "bom.csv", "screw,4", "screw,1" + i);
        }
        ForkCache cache = ForkCache.open(folder.resolve("cache"), repository);
        List<Fork> forks = table().forks();
        ForkTable table = ForkTable.of(base, forks, new PairCheck(repository, cache), 4, Progress.NONE);
        assertEquals(6, table.unlooked());
        assertEquals(4, table.pairs().values().stream().mapToInt(Map::size).sum() / 2);
    }

    /// A pair that has many files in common takes the place of several; nothing is lost, whoever asks for more gets it.
    @Test
    void aBoundOnFilesIsKeptAndTheRestCanBeAskedFor() {
        var files = new TreeMap<>(FILES);
        for (int i = 0; i < 30; i++) {
            files.put("part" + i + ".scad", "cube(1);\n");
        }
        CommitId on = Repos.commit(repository, "main", files);
        for (int f = 0; f < 4; f++) {
            int size = f + 2;
            files.replaceAll((file, text) -> file.endsWith(".scad") ? "cube(" + size + ");\n" : text);
            Repos.commit(repository, "f" + f, files, on);
        }
        base = on;
        ForkCache cache = ForkCache.open(folder.resolve("cache"), repository);
        var check = new PairCheck(repository, cache);
        ForkTable table = ForkTable.of(base, table().forks(), check, 2, Progress.NONE);
        assertEquals(5, table.unlooked());
        assertEquals(3, table.unlookedWithMain());
        for (int left = 4; left >= 0; left--) {
            table = table.withMain(check, 1, Progress.NONE).more(check, 1, Progress.NONE);
            assertEquals(left, table.unlooked());
        }
        assertEquals(0, table.unlookedWithMain());
        assertEquals(table().pairs(), table.pairs());
    }
}
