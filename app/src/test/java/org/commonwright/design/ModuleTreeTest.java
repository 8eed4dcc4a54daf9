package org.commonwright.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.design.ModuleLines.ModuleLine;
import org.commonwright.design.RepositoryStore.StoredRepository;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ModuleTreeTest {
    private static final CommitId C1 = new CommitId("1".repeat(40));
    private static final CommitId C2 = new CommitId("2".repeat(40));
    private static final String TREE = "a".repeat(40);

    private final Map<String, MemoryRepository> store = new HashMap<>();

    /// Commits of a test's repository; every folder's tree hash is [#TREE].
    private record MemoryRepository(String name, Map<CommitId, MemoryTree> commits) implements StoredRepository {
        @Override
        public String key() {
            return name;
        }

        @Override
        public Optional<FileTree> at(CommitId commit) {
            return Optional.ofNullable(commits.get(commit));
        }

        @Override
        public Optional<String> treeHash(CommitId commit, RepoPath folder) {
            return commits.get(commit).files().stream().anyMatch(f -> f.isUnder(folder))
                    ? Optional.of(TREE)
                    : Optional.empty();
        }
    }

    /// Bills of materials in these tests are lines of `part;module`; those without a semicolon are other parts.
    private static List<ModuleLine> lines(String file, byte[] bytes) {
        List<ModuleLine> lines = new ArrayList<>();
        int row = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            row++;
            String[] cells = line.split(";", 2);
            if (cells.length == 2) {
                lines.add(new ModuleLine(row, cells[0], cells[1]));
            }
        }
        return lines;
    }

    private ModuleTree read(MemoryTree tree) {
        return new ModuleTreeReader(ModuleTreeTest::lines, r -> Optional.ofNullable(store.get(r)))
                .read(new DesignSource("plotter", "plotter", null, tree, true));
    }

    private static String okh(String name) {
        return "okhv = \"2.4\"\nname = \"" + name + "\"\nversion = \"1.2\"\n";
    }

    private static List<String> names(List<DesignModule> modules) {
        return modules.stream().map(DesignModule::name).toList();
    }

    private static List<String> codes(ModuleTree tree) {
        return tree.problems().stream().map(Problem::code).toList();
    }

    private static String lock(LockEntry... entries) {
        return new LockFile(List.of(entries)).write();
    }

    private static LockEntry pin(String name, String repository, String path, CommitId commit) {
        return new LockEntry(name, repository, new RepoPath(path), commit, TREE);
    }

    @Test
    void modulesStandWhereTheirBillsAskForThem() {
        ModuleTree tree = read(MemoryTree.of(Map.of("okh.toml", okh("Plotter") + "license = \"CERN-OHL-S-2.0\"\n",
                "bom.csv", "gantry;modules/gantry", "modules/gantry/okh.toml", okh("Gantry"),
                "modules/gantry/bom.csv", "Lift;../lift", "modules/lift/okh.toml", okh("Lift"),
                "modules/frame/okh.toml", okh("Frame"), "modules/frame/export/a.stl", "", "modules/gantry/x.scad",
                "")));
        assertEquals(List.of(), tree.problems());
        assertEquals("Plotter", tree.root().name());
        assertEquals(List.of("Gantry", "Frame"), names(tree.root().modules()));
        assertEquals(List.of("Plotter", "Gantry", "Lift", "Frame"), names(tree.modules()));
        DesignModule gantry = tree.root().modules().getFirst();
        assertEquals("CERN-OHL-S-2.0", gantry.licence());
        assertEquals(1, tree.root().submodules().getFirst().row());
        assertEquals(0, tree.root().submodules().getLast().row());
        assertEquals(List.of(new ModuleFile(new RepoPath("modules/gantry/x.scad"), FileRole.SOURCE)),
                gantry.files(FileRole.SOURCE));
        assertEquals("modules/gantry/bom.csv", String.valueOf(gantry.bom()));
        assertEquals(List.of("modules/frame/export/a.stl"), tree.modules().getLast().files(FileRole.EXPORT).stream()
                .map(f -> f.path().text()).toList());
    }

    @Test
    void withoutManifestsModulesAreFoundByTheirFiles() {
        ModuleTree tree = read(MemoryTree.of(Map.of("README.md", "", "arm/stl/upper.stl", "", "arm/arm.scad", "",
                "base/BOM.csv", "bolt", "notes/a.txt", "", "docs/picture.png", "")));
        assertEquals(List.of("arm", "base"), names(tree.root().modules()));
        assertNull(tree.root().modules().getFirst().manifest());
        assertEquals(List.of("README.md", "docs/picture.png", "notes/a.txt"),
                tree.root().files().stream().map(f -> f.path().text()).toList());
    }

    @Test
    void aModuleUsedTwiceIsOneModule() {
        ModuleTree tree = read(
                MemoryTree.of(Map.of("bom.csv", "a;a\nb;b", "a/okh.toml", okh("A"), "a/bom.csv", "c;../c",
                        "b/okh.toml", okh("B"), "b/bom.csv", "C;/c", "c/okh.toml", okh("C"))));
        assertEquals(List.of(), tree.problems());
        List<DesignModule> ab = tree.root().modules();
        assertSame(ab.getFirst().modules().getFirst(), ab.getLast().modules().getFirst());
    }

    @Test
    void aCycleIsNamedInFullAndLeftOut() {
        ModuleTree tree = read(MemoryTree.of(Map.of("okh.toml", okh("P"), "bom.csv", "a;a", "a/okh.toml", okh("A"),
                "a/bom.csv", "b;../b", "b/okh.toml", okh("B"), "b/bom.csv", "screw;\na;../a")));
        Problem cycle = tree.problems().stream().filter(p -> p.code().equals("design.cycle")).findFirst()
                .orElseThrow();
        assertEquals(List.of("a → b → a"), cycle.arguments());
        assertEquals("b/bom.csv:2", String.valueOf(cycle.place()));
        assertEquals(List.of("P", "A", "B"), names(tree.modules()));
    }

    @Test
    void modulesThatOnlyAskForEachOtherAreStillShown() {
        ModuleTree tree = read(MemoryTree.of(Map.of("okh.toml", okh("P"), "a/okh.toml", okh("A"), "a/bom.csv", "b;../b",
                "b/okh.toml", okh("B"), "b/bom.csv", "a;../a", "c/okh.toml", okh("C"), "c/bom.csv", "c;.")));
        assertEquals(List.of("design.cycle", "design.cycle"), codes(tree));
        assertEquals(List.of("P", "A", "B", "C"), names(tree.modules()));
    }

    @Test
    void pinnedModulesComeFromTheirCommit() {
        store.put("controller", new MemoryRepository("controller",
                Map.of(C1, MemoryTree.of(Map.of("hw/okh.toml", okh("Controller"), "hw/pcb/okh.toml", okh("PCB"))))));
        ModuleTree tree = read(MemoryTree.of(Map.of("okh.toml", okh("P"), "bom.csv", "brain;@controller",
                "commons.lock", lock(pin("controller", "controller", "hw", C1)))));
        assertEquals(List.of(), tree.problems());
        assertEquals(List.of("P", "Controller", "PCB"), names(tree.modules()));
        assertEquals(C1, tree.modules().getLast().source().commit());
    }

    @Test
    void whatIsWrongWithAPinIsSaid() {
        store.put("controller", new MemoryRepository("controller", Map.of(C1, MemoryTree.of(Map.of("x/y", "")))));
        var wrongTree = new LockEntry("tree", "controller", RepoPath.ROOT, C1, "b".repeat(40));
        String lock = lock(wrongTree, pin("nowhere", "https://example.org/nowhere.git", "", C1),
                pin("unfetched", "controller", "", C2), pin("folder", "controller", "hw", C1),
                pin("edited", "controller", "x", C1)).replace("path = \"x\"", "path = \"x/\"");
        ModuleTree tree = read(MemoryTree.of(Map.of("bom.csv",
                "a;@tree\nb;@nowhere\nc;@unfetched\nd;@folder\ne;@none\nf;modules/none\ng;\nh;https://example.org/h",
                "commons.lock", lock)));
        assertEquals(
                "design.lock-entry design.tree-mismatch design.repository-missing design.commit-missing"
                        + " design.pinned-folder-missing design.pin-missing design.module-missing design.module-unknown"
                        + " design.url-not-pinned",
                codes(tree).stream().collect(Collectors.joining(" ")));
        assertEquals("bom.csv:3", String.valueOf(tree.problems().get(3).place()));
        assertEquals(8, tree.root().submodules().size());
        assertTrue(tree.root().submodules().stream().allMatch(s -> s.module() == null));
    }

    @Test
    void aLockEditedByHandIsSeen() {
        store.put("controller", new MemoryRepository("controller",
                Map.of(C1, MemoryTree.of(Map.of("okh.toml", okh("C"))), C2, MemoryTree.of(Map.of("okh.toml", "")))));
        String lock = lock(pin("controller", "controller", "", C1)).replace(C1.hex(), C2.hex());
        ModuleTree tree = read(MemoryTree.of(Map.of("bom.csv", "a;@controller", "commons.lock", lock)));
        assertTrue(codes(tree).contains("design.lock-edited"), codes(tree)::toString);
    }

    @Test
    void twoStatesOfOneModuleAreExplained() {
        store.put("pen", new MemoryRepository("pen", Map.of(C1, MemoryTree.of(Map.of("okh.toml", okh("Pen"))), C2,
                MemoryTree.of(Map.of("okh.toml", okh("Pen").replace("1.2", "2.0"))))));
        store.put("lift", new MemoryRepository("lift", Map.of(C1, MemoryTree.of(Map.of("okh.toml", okh("Lift"),
                "bom.csv", "pen;@pen", "commons.lock", lock(pin("pen", "pen", "", C2)))))));
        ModuleTree tree = read(MemoryTree.of(Map.of("okh.toml", okh("P"), "bom.csv", "pen;@pen\nlift;@lift",
                "commons.lock", lock(pin("pen", "pen", "", C1), pin("lift", "lift", "", C1)))));
        Problem problem = tree.problems().getFirst();
        assertEquals("design.two-versions", problem.code());
        assertEquals(List.of("Pen", "1.2 (1111111111) ← P; 2.0 (2222222222) ← Lift"), problem.arguments());
        assertEquals(List.of("P", "Pen", "Lift", "Pen"), names(tree.modules()));
    }

    @Test
    void anOlderStateOfItselfInsideIsACycle() {
        store.put("pen", new MemoryRepository("pen",
                Map.of(C1, MemoryTree.of(Map.of("okh.toml", okh("Pen"), "bom.csv", "lift;@lift", "commons.lock",
                        lock(pin("lift", "lift", "", C1)))),
                        C2, MemoryTree.of(Map.of("okh.toml", okh("Pen"))))));
        store.put("lift", new MemoryRepository("lift", Map.of(C1, MemoryTree.of(Map.of("okh.toml", okh("Lift"),
                "bom.csv", "pen;@pen", "commons.lock", lock(pin("pen", "pen", "", C2)))))));
        ModuleTree tree = read(
                MemoryTree.of(Map.of("bom.csv", "pen;@pen", "commons.lock", lock(pin("pen", "pen", "", C1)))));
        Problem cycle = tree.problems().getFirst();
        assertEquals("design.cycle", cycle.code());
        assertEquals(List.of("Pen → Lift → Pen"), cycle.arguments());
    }

    @Test
    void checksSayWhatIsMissing() {
        ModuleTree tree = read(MemoryTree.of(Map.of("okh.toml",
                "okhv = \"2.4\"\nreadme = \"README.md\"\nimage = \"https://example.org/a.png\"\nexport = [\"a.stl\", \"b.stl\"]\n",
                "a.stl", "", "bom.csv", "bolt", "x/okh.toml", okh("X"), "y/z.txt", "", "commons.toml",
                "version = 1\n[[maintainers]]\npath = \"none\"\npeople = \"a@b.c\"\n")));
        assertEquals(
                List.of("design.no-such-folder", "design.no-name", "design.no-version", "design.no-licence",
                        "design.file-missing", "design.file-missing", "design.not-listed", "design.no-licence"),
                ModuleChecks.check(tree).stream().map(Problem::code).toList());
    }

    @Test
    void depthHasNoLimit() {
        var tree = new MemoryTree();
        int depth = 10_000;
        tree.put("bom.csv", "m;m0");
        for (int i = 0; i < depth; i++) {
            tree.put("m" + i + "/okh.toml", okh("M" + i));
            tree.put("m" + i + "/bom.csv", "next;../m" + (i + 1));
        }
        tree.put("m" + depth + "/okh.toml", okh("last"));
        ModuleTree read = read(tree);
        assertEquals(List.of(), read.problems());
        assertEquals(depth + 2, read.modules().size());
        tree.put("m" + depth + "/bom.csv", "back;../m0");
        assertEquals(List.of("design.cycle"), codes(read(tree)));
    }

    @Test
    void aCircleOfTenThousandIsNamedByItsEnds() {
        var tree = new MemoryTree();
        tree.put("okh.toml", okh("P"));
        tree.put("bom.csv", "m0;m0");
        for (int i = 0; i < 10_000; i++) {
            tree.put("m" + i + "/bom.csv", "next;../m" + (i + 1) % 10_000);
        }
        ModuleTree read = read(tree);
        assertEquals(List.of("design.cycle"), codes(read));
        assertEquals(List.of("m0 → m1 → m2 → m3 → m4 → m5 → … → m9995 → m9996 → m9997 → m9998 → m9999 → m0"),
                read.problems().getFirst().arguments());
    }
}
