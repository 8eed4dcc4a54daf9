package org.commonwright.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list that is only shown becomes one that can be edited, and the design still needs the same.
class OwnListTest {
    private static final String LIFT = "lift_assembly:\nVitamins:\n  2 rod\n\nSub-assemblies:\n  2 motor_assemblies\n";
    private static final String MOTOR = "motor_assembly:\nVitamins:\n  1 motor\n  4 x screw\n";

    @TempDir
    Path home;

    private Path design;

    @BeforeEach
    void aDesign() throws IOException {
        design = Files.createDirectory(home.resolve("crane"));
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

    private Map<String, String> needed() {
        Map<String, String> needed = new TreeMap<>();
        Rollup.of(ModuleBom.of(tree().root()), 3, null).lines()
                .forEach(line -> needed.put(line.part(), line.total().toString()));
        return needed;
    }

    private void needsTheSameAfterwards(String list) throws IOException {
        Map<String, String> before = needed();
        String text = Files.readString(design.resolve(list));
        OwnList.Made made = OwnList.make(design, tree().root());
        assertEquals("bom.csv", made.file().text());
        assertEquals(list, String.valueOf(made.madeOf()));
        assertEquals(text, Files.readString(design.resolve(list)));
        assertEquals("bom.csv", String.valueOf(tree().root().bom()));
        assertTrue(DesignBoms.shown(tree().root(), tree().root().bom()).inPlace());
        assertEquals(before, needed());
        assertFalse(before.isEmpty());
    }

    @Test
    void aPlainList() throws IOException {
        write("BOM.txt", "2 x M3x10\n3 x washer\n1 x rod\n");
        needsTheSameAfterwards("BOM.txt");
    }

    @Test
    void aListInAFolderBelowNamesItsFilesAndModulesFromThere() throws IOException {
        write("docs/BOM.md", "| Part | Quantity | File | Module |\n|---|---|---|---|\n"
                + "| foot | 2 | ../stl/foot.stl | |\n| arm | 2 | | ../arm |\n");
        write("stl/foot.stl", "solid");
        write("arm/bom.csv", "Part,Quantity\nrod,2\n");
        needsTheSameAfterwards("docs/BOM.md");
        String made = Files.readString(design.resolve("bom.csv"));
        assertTrue(made.contains("stl/foot.stl") && !made.contains("../"), made);
        assertEquals(List.of(), tree().problems().stream().map(Problem::code).toList());
    }

    @Test
    void bulletsCostTheSameAfterwards() throws IOException {
        write("BOM.md", "- 12x [insert](https://a.example/i) - Shop - $3.50\n- 2x **rod**: 4 USD each\n- clip $1\n");
        BigDecimal before = DesignSupplies.cost(tree().root(), 1, null).cost().amount();
        assertEquals(0, before.compareTo(new BigDecimal("12.50")), before.toString());
        needsTheSameAfterwards("BOM.md");
        assertEquals(0, before.compareTo(DesignSupplies.cost(tree().root(), 1, null).cost().amount()));
    }

    @Test
    void aListThatDescribesItsAssemblies() throws IOException {
        write("bom.txt", LIFT + "\n" + MOTOR);
        needsTheSameAfterwards("bom.txt");
    }

    @Test
    void aTextWithHeadings() throws IOException {
        write("bom.md", "# Lift\n\n## Screws\n\n## Rods\n2 x rod\n\n# Base\n\n## Rods\n1 x rod\n");
        needsTheSameAfterwards("bom.md");
    }

    @Test
    void oneFileForEachAssembly() throws IOException {
        write("lift/bom.txt", "2 x rod\n");
        write("bom/lift_assembly.txt", LIFT);
        write("bom/motor_assembly.txt", MOTOR);
        assertEquals("bom.own-assembly", assertThrows(Fault.class, () -> OwnList.make(design,
                tree().find("bom/lift_assembly.txt"))).code());
    }

    @Test
    void aModuleWithoutAListBeginsOne() throws IOException {
        write("README.md", "A crane.\n");
        OwnList.Made made = OwnList.start(design, tree().root());
        assertEquals(0, made.lines());
        assertTrue(Files.readString(design.resolve("bom.csv")).startsWith("Part,Kind,Quantity,"));
        var shown = DesignBoms.shown(tree().root(), tree().root().bom());
        assertTrue(shown.inPlace());
        assertEquals(0, shown.document().size());
    }

    @Test
    void aModuleThatIsMadeOfThoseBelowItStillNeedsThem() throws IOException {
        write("arm/bom.csv", "Part,Quantity\nrod,2\n");
        write("foot/bom.csv", "Part,Quantity\nplate,1\n");
        Map<String, String> before = needed();
        assertEquals(2, OwnList.start(design, tree().root()).lines());
        assertEquals(before, needed());
        assertEquals(2, before.size());
    }

    @Test
    void nothingThatIsThereIsWrittenOver() throws IOException {
        write("BOM.csv", "Part,Quantity\nrod,2\n");
        assertEquals("bom.own-there",
                assertThrows(Fault.class, () -> OwnList.start(design, tree().root())).code());
        assertEquals("bom.own-there", assertThrows(Fault.class, () -> OwnList.make(design, tree().root())).code());
        assertEquals("Part,Quantity\nrod,2\n", Files.readString(design.resolve("BOM.csv")));
    }

    @Test
    void aManifestThatNamesAnotherListIsSaid() throws IOException {
        write("okh.toml", "okhv = \"OKH-LOSHv1.0\"\nname = \"Crane\"\nbom = \"list/parts.txt\"\n");
        write("list/parts.txt", "2 x rod\n");
        assertEquals("list/parts.txt", OwnList.make(design, tree().root()).named());
    }
}
