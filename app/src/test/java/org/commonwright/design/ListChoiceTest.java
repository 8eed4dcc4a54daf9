package org.commonwright.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.design.CountedLists.Rule;
import org.commonwright.design.check.DesignChecks;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.design.fix.ChangedFile;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.fix.Fixing;
import org.commonwright.design.fix.ListFixes;
import org.commonwright.design.manifest.ListChoice;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which lists of a folder count: by rule, as a person chose, and again by rule.
class ListChoiceTest {
    @TempDir
    Path home;

    private Path design;

    @BeforeEach
    void aDesign() throws IOException {
        design = Files.createDirectory(home.resolve("lamp"));
        write("bom.csv", "Part,Quantity\nshade,1\nscrew,4\n");
        write("BOM.md", "| Part | Qty |\n|---|---|\n| lid | 3 |\n");
        write("electronics.csv", "Part,Quantity,File\nled,2,\nfoot,1,stl/foot.stl\n");
        write("hardware.csv", "Part,Quantity\nscrew,6\nled,1\n");
        write("notes.csv", "Hello\nyou\n");
        write("stl/foot.stl", "solid");
        write("arm/bom.csv", "Part,Quantity\nrod,2\n");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(design.resolve(name).getParent());
        Files.writeString(design.resolve(name), text);
    }

    private ModuleTree tree() {
        try (var workspace = new Workspace(home.resolve("workspace"))) {
            return new DesignReader(workspace).read(design).tree();
        }
    }

    private DesignModule root() {
        return tree().root();
    }

    private String needed() {
        Map<String, String> needed = new TreeMap<>();
        Rollup.of(ModuleBom.of(root()), 1, null).lines()
                .forEach(line -> needed.put(line.part(), line.total().number().toPlainString()));
        return needed.toString();
    }

    private List<ChangedFile> choose(String... files) {
        List<RepoPath> paths = List.of(files).stream().map(RepoPath::new).toList();
        return Fixing.apply(design, ListFixes.choose(root(), paths));
    }

    private Map<String, Boolean> listed() {
        return ModuleLists.of(root()).files().stream()
                .collect(Collectors.toMap(l -> l.file().text(), ModuleLists.Listed::counts));
    }

    @Test
    void everyListIsShownWithWhyItCountsOrNot() {
        ModuleLists lists = ModuleLists.of(root());
        assertEquals(Map.of("bom.csv", true, "BOM.md", false, "electronics.csv", false, "hardware.csv", false),
                listed());
        assertEquals(Rule.NAME, root().lists().rule());
        Map<String, String> why = lists.files().stream()
                .collect(Collectors.toMap(l -> l.file().text(), l -> l.why().key()));
        assertEquals("design.list-name", why.get("bom.csv"));
        assertEquals("design.list-not-first", why.get("BOM.md"));
        assertEquals("design.list-not-named", why.get("electronics.csv"));
        assertEquals(2, lists.files().getFirst().lines());
    }

    @Test
    void anotherListIsChosenAndTheChoiceIsTakenBack() {
        String before = needed();
        List<ChangedFile> changes = choose("BOM.md");
        assertEquals("{lid=3}", needed());
        assertEquals(Rule.CHOSEN, root().lists().rule());
        assertEquals("design.list-not-chosen", ModuleLists.of(root()).files().stream()
                .filter(l -> l.file().text().equals("bom.csv")).findFirst().orElseThrow().why().key());
        assertFalse(DesignBoms.of(tree(), tree(), _ -> {}).isEmpty());
        Fixing.undo(design, changes);
        assertEquals(before, needed());
        assertFalse(Files.exists(design.resolve(ListChoice.NAME)));
    }

    @Test
    void severalListsAddUpAndNothingElseCounts() {
        choose("electronics.csv", "hardware.csv");
        assertEquals("{electronics=1, foot=1, hardware=1, led=3, screw=6}", neededWithModules());
        assertEquals(List.of(), root().modules().stream().filter(m -> m.bom() == null).toList());
        DesignModule electronics = tree().find("electronics.csv");
        assertTrue(DesignBoms.shown(electronics, electronics.bom()).inPlace());
        assertEquals("stl/foot.stl", electronics.lineFile("stl/foot.stl").orElseThrow().text());
        assertEquals(List.of("design.not-listed"), tree().root().submodules().stream().filter(s -> s.row() == 0)
                .map(_ -> "design.not-listed").toList());
        assertTrue(ModuleChecks.check(tree()).stream().map(Problem::code).anyMatch("design.not-listed"::equals));
    }

    private String neededWithModules() {
        Map<String, String> needed = new TreeMap<>();
        Rollup.of(ModuleBom.of(root()), 1, null).lines()
                .forEach(line -> needed.put(line.part(), line.total().number().toPlainString()));
        root().submodules().stream().filter(s -> s.row() > 0).forEach(s -> needed.put(s.name(), "1"));
        return needed.toString();
    }

    @Test
    void noListCounts() {
        choose();
        assertEquals(null, root().bom());
        assertEquals("{rod=2}", needed());
        assertTrue(ModuleLists.of(root()).files().stream().noneMatch(ModuleLists.Listed::counts));
        Fixing.apply(design, ListFixes.forget(root()).orElseThrow());
        assertEquals("bom.csv", String.valueOf(root().bom()));
        assertTrue(ListFixes.forget(root()).isEmpty());
    }

    @Test
    void aChosenListThatIsGoneIsAFindingWithAWayOut() throws IOException {
        choose("electronics.csv", "hardware.csv");
        Files.delete(design.resolve("hardware.csv"));
        Finding finding = DesignChecks.run(tree()).stream().filter(f -> f.problem().code().equals("design.list-gone"))
                .findFirst().orElseThrow();
        assertTrue(finding.blocks());
        assertEquals(2, finding.fixes().size());
        assertEquals("{foot=1, led=2}", needed(), "what is there still counts, and nothing in place of what is gone");
        List<ChangedFile> changes = Fixing.apply(design, finding.fixes().getLast());
        assertEquals("electronics.csv", String.valueOf(root().bom()));
        Fixing.undo(design, changes);
        Fixing.apply(design, finding.fixes().getFirst());
        assertEquals("bom.csv", String.valueOf(root().bom()));
    }

    @Test
    void whatAPersonWroteBesideTheListsStays() throws IOException {
        write(ListChoice.NAME, "# agreed on in March\nversion = 1\nlists = [\"BOM.md\"] # ours\n");
        choose("hardware.csv");
        assertEquals("# agreed on in March\nversion = 1\nlists = [\"hardware.csv\"] # ours\n",
                Files.readString(design.resolve(ListChoice.NAME)));
    }

    @Test
    void aChoiceThatCannotBeReadIsToldAndCountsNothing() throws IOException {
        for (String text : List.of("version = 1", "lists = [1]\nversion = 1\n", "version = 2\nlists = []\n", "][",
                "version = 1\nlists = \"a\"\n")) {
            write(ListChoice.NAME, text);
            assertEquals("bom.csv", String.valueOf(root().bom()), text);
            assertTrue(tree().problems().stream().anyMatch(p -> p.code().startsWith("design.lists-")), text);
        }
        write(ListChoice.NAME, "version = 1\nlists = [\"../../etc/passwd\", \"/stl\", \"https://a.example/b.csv\"]\n");
        assertEquals(3, root().lists().gone().size());
        assertEquals("{rod=2}", needed());
    }

    @Test
    void whatIsNoListIsNotChosen() throws IOException {
        assertEquals("design.list-no-file", assertThrows(Fault.class, () -> choose("none.csv")).code());
        Files.write(design.resolve("stl/foot.stl"), new byte[]{0, 1, 2, 0, 3});
        assertEquals("bom.not-text", assertThrows(Fault.class, () -> choose("stl/foot.stl")).code());
        assertFalse(Files.exists(design.resolve(ListChoice.NAME)));
        choose("hardware.csv", "electronics.csv");
        DesignModule list = tree().find("hardware.csv");
        assertEquals("design.list-is-module",
                assertThrows(Fault.class, () -> ListFixes.choose(list, List.of())).code());
    }

    @Test
    void aChoiceThatChangedMeanwhileIsRefused() throws IOException {
        Fix fix = ListFixes.choose(root(), List.of(new RepoPath("BOM.md")));
        write(ListChoice.NAME, "version = 1\nlists = []\n");
        assertEquals("design.fix-stale", assertThrows(Fault.class, () -> Fixing.apply(design, fix)).code());
    }
}
