package org.commonwright.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;

/// Plain lists of parts, one for each assembly or all in one file, make a module tree.
class ListedAssembliesTest {
    private static final String LIFT = "lift_assembly:\nVitamins:\n  2 rod\n\nSub-assemblies:\n  2 motor_assemblies\n";
    private static final String MOTOR = "motor_assembly:\nVitamins:\n  1 motor\n  4 x screw\n";
    private static final String MAIN = "main_assembly:\nVitamins:\n  1 frame\nSub-assemblies:\n  1 lift_assembly\n";

    @Test
    void oneFileForEachAssembly() {
        ModuleTree tree = read(Map.of("bom/main_assembly.txt", MAIN, "bom/lift_assembly.txt", LIFT,
                "bom/motor_assembly.txt", MOTOR, "stls/frame.stl", "solid"));
        assertEquals("root[main_assembly[lift_assembly[motor_assembly[]]]]", shape(tree.root()));
        assertEquals(List.of("frame 1", "motor 2", "rod 2", "screw 8"), total(tree.root().modules().getFirst()));
        assertEquals(List.of("frame 1", "motor 2", "rod 2", "screw 8"), total(tree.root()));
        assertEquals(List.of(), tree.problems());
    }

    @Test
    void headingsThatSortPartsAreNoAssembliesEvenWhenNothingStandsUnderThem() {
        ModuleTree tree = read(Map.of("bom/main_assembly.txt",
                "main_assembly:\nVitamins:\n\nPrinted:\n\nSub-assemblies:\n  1 lift_assembly\n",
                "bom/lift_assembly.txt", LIFT, "bom/motor_assembly.txt", MOTOR));
        assertEquals("root[main_assembly[lift_assembly[motor_assembly[]]]]", shape(tree.root()));
        assertEquals(List.of("motor 2", "rod 2", "screw 8"), total(tree.root()));
    }

    @Test
    void aListHeadedInThePluralCountsForAllOfThem() {
        String motors = "motor_assemblies:\nVitamins:\n  2 motor\n\nPrinted:\n  1 left.stl\n  1 right.stl\n";
        Map<String, String> files = Map.of("bom/lift_assembly.txt", LIFT, "bom/motor_assembly.txt", motors);
        assertEquals(List.of("left.stl 1", "motor 2", "right.stl 1", "rod 2"), total(read(files).root()));
        assertEquals(List.of("left.stl 1", "motor 2", "right.stl 1", "rod 2"),
                total(read(Map.of("bom.txt", LIFT + "\n" + motors)).root()));
        ModuleTree two = read(Map.of("bom/lift_assembly.txt", LIFT, "bom/motor_assembly.txt", motors,
                "bom/base_assembly.txt", "base_assembly:\nSub-assemblies:\n 1 motor_assembly\n"));
        DesignModule lift = two.find("bom/lift_assembly.txt");
        assertEquals(List.of("design.counts-for-all-of-several"),
                Rollup.of(ModuleBom.of(lift), 1, null).problems().stream().map(Problem::code)
                        .filter(code -> code.startsWith("design.")).toList());
    }

    @Test
    void accessoriesInAFolderBelowTheListsAreToldAndNotCounted() {
        ModuleTree tree = read(Map.of("bom/main_assembly.txt", "main_assembly:\nVitamins:\n  1 frame\n",
                "bom/bom.txt", "Vitamins:\n 1| 1 frame\n", "bom/accessories/light_assembly.txt",
                "light_assembly:\nVitamins:\n  2 lamp\n"));
        assertEquals(List.of("frame 1"), total(tree.root()));
        assertEquals(List.of("lamp 2"), total(tree.find("light_assembly")));
        assertEquals(List.of("design.accessory-not-counted"), Rollup.of(ModuleBom.of(tree.root()), 1, null).problems()
                .stream().map(Problem::code).toList());
    }

    @Test
    void aHeadingOfMarkdownIsAnAssemblyWhenALowerOneFollows() {
        ModuleTree tree = read(
                Map.of("bom.txt", "# Lift\n\n## Screws\n\n## Rods\n2 x rod\n\n# Base\n\n## Rods\n1 x rod\n"));
        assertEquals("root[Lift[],Base[]]", shape(tree.root()));
        assertEquals(List.of("rod 3"), total(tree.root()));
    }

    @Test
    void aFileIsFoundByItsNameNearTheList() {
        DesignModule root = read(Map.of("bom/main_assembly.txt", MAIN, "stls/frame.stl", "solid",
                "stls/printed/frame.stl", "solid", "stls/a/twice.stl", "solid", "stls/b/twice.stl", "solid")).root();
        DesignModule main = root.modules().getFirst();
        assertEquals(Optional.of(new RepoPath("stls/frame.stl")), main.lineFile("frame.stl"));
        assertEquals(Optional.empty(), main.lineFile("twice.stl"));
        assertEquals(Optional.empty(), main.lineFile("elsewhere/frame.stl"));
    }

    @Test
    void foldersThatHoldFilesOfOneSortAreNoModules() {
        ModuleTree tree = read(Map.of("frame/stls/printed/a.stl", "solid", "frame/sheets/b.dxf", "x",
                "old/plot/c.stl", "solid", "footprints/jack/jack.3dshapes/d.step", "x", "cad/lift/e.stl", "solid",
                "documents/bom/x_BOM.csv", "Part,Quantity\ny,1\n"));
        assertEquals("root[lift[],frame[]]", shape(tree.root()));
        assertEquals("documents/bom/x_BOM.csv", String.valueOf(tree.root().bom()));
    }

    @Test
    void allAssembliesInOneFile() {
        ModuleTree tree = read(Map.of("bom.txt", MAIN + "\n" + LIFT + "\n" + MOTOR));
        assertEquals("root[lift_assembly[motor_assembly[]]]", shape(tree.root()));
        assertEquals(List.of("frame 1", "motor 2", "rod 2", "screw 8"), total(tree.root()));
        assertEquals(List.of(), tree.problems());
    }

    @Test
    void theLevelsOfATableAreModules() {
        String table = "Level,Part,Quantity\n1,lift,1\n2,motor,2\n3,body,1\n3,screw,4\n2,rod,2\n1,frame,1\n";
        ModuleTree tree = read(Map.of("C#/bom.csv", table, "bom.csv", "Part,Quantity,Module\nbox,3,C#\n"));
        assertEquals("root[C#[lift[motor[]]]]", shape(tree.root()));
        assertEquals(List.of("body 6", "frame 3", "rod 6", "screw 24"), total(tree.root()));
        assertEquals(List.of(), tree.problems());
        DesignModule motor = tree.modules().stream().filter(m -> m.name().equals("motor")).findFirst().orElseThrow();
        assertEquals(2, DesignBoms.shown(motor, motor.bom()).document().size(), "its own two rows");
    }

    /// As NopSCADlib writes a project: one text for each assembly, parts in singular and plural, modules asked for by what they
    /// are called in the plural, a total of everything that repeats all, and READMEs beside.
    @Test
    void aProjectOfNopScadLibIsATree() {
        String head = "%s\nVitamins:\n%s\n3D Printed parts:\n%s\n";
        ModuleTree tree = read(Map.of(
                "bom/bom.txt", "Vitamins:\n    z\n    _\n   1|  |  1  NEMA17\n  16| 2| 18  M3x10 screw\n\nAssemblies:\n"
                        + "    |  |  1  main_assembly\n    |  |  2  z_motor_assembly\n",
                "bom/main_assembly.txt", head.formatted("main_assembly:", "  1 frame\n  2 M3x10 screw",
                        "  1 base.stl") + "Sub-assemblies:\n  2 z_motor_assemblies\n  1 gantry_assembly\n",
                "bom/gantry_assembly.txt", head.formatted("gantry_assembly:", "  3 rods", "  2 foot.stl")
                        + "Sub-assemblies:\n  1 z_motor_assembly\n",
                "bom/z_motor_assembly.txt", head.formatted("z_motor_assembly:", "  1 NEMA17\n  4 M3x10 screw",
                        "  1 bracket.stl"),
                "stls/base.stl", "solid", "stls/foot.stl", "solid", "stls/bracket.stl", "solid", "readme.md", "# x"));
        assertEquals("root[main_assembly[z_motor_assembly[],gantry_assembly[z_motor_assembly[]]]]", shape(tree.root()));
        assertEquals(List.of("M3x10 screw 14", "NEMA17 3", "base.stl 1", "bracket.stl 3", "foot.stl 2", "frame 1",
                "rods 3"), total(tree.root()));
        assertEquals(List.of("design.totals-beside"), tree.problems().stream().map(Problem::code).toList());
    }

    @Test
    void foldersAreAskedForInThePlural() {
        ModuleTree tree = read(Map.of("bom.csv", "Part,Kind,Quantity\nz_motor_assemblies,module,2\nM3x10,standard,1\n",
                "z_motor_assembly/bom.csv", "Part,Quantity\nNEMA17,1\nM3x10,4\n"));
        assertEquals("root[z_motor_assembly[]]", shape(tree.root()));
        assertEquals(List.of("M3x10 9", "NEMA17 2"), total(tree.root()));
        assertEquals(List.of(), tree.problems());
    }

    @Test
    void aListAsksForTheFoldersOfTheRepository() {
        ModuleTree tree = read(Map.of("bom.txt", "Parts:\n1 frame\n\nSub-assemblies:\n2 z motor assemblies\n",
                "Z-Motor_Assembly/bom.md",
                "| Qty | Part |\n|---|---|\n| 4 | screw |\n"));
        assertEquals("root[Z-Motor_Assembly[]]", shape(tree.root()));
        assertEquals(List.of("frame 1", "screw 8"), total(tree.root()));
    }

    @Test
    void anAssemblyThatContainsItselfIsTold() {
        ModuleTree tree = read(Map.of("bom.txt", "top:\nParts:\n1 a_assembly\n\na_assembly:\nParts:\n2 b_assemblies\n\n"
                + "b_assembly:\nParts:\n1 a_assembly\n"));
        assertEquals(List.of("design.cycle"), tree.problems().stream().map(Problem::code).toList());
    }

    @Test
    void aConflictedCopyIsToldAndDoesNotCount() {
        ModuleTree tree = read(
                Map.of("bom.csv.orig", "Part,Quantity\nx,1\n", "list/bom-a (conflicted copy 2024-03-01).csv",
                        "Part,Quantity\nold,1\n", "list/bom-a.csv", "Part,Quantity\nnew,2\n", "bom.csv",
                        "Part,Quantity\ny,3\n"));
        assertEquals(List.of("bom.csv.orig bom.conflicted-copy",
                "list/bom-a (conflicted copy 2024-03-01).csv bom.conflicted-copy"),
                tree.problems().stream().map(p -> p.place() + " " + p.code()).sorted().toList());
        assertEquals("list/bom-a.csv", tree.root().modules().getFirst().bom().text());
    }

    private static ModuleTree read(Map<String, String> files) {
        return new ModuleTreeReader(new BomModuleLines(), _ -> Optional.empty())
                .read(new DesignSource("root", "root", null, MemoryTree.of(files), true));
    }

    private static String shape(DesignModule module) {
        return module.name() + module.modules().stream().map(ListedAssembliesTest::shape)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> total(DesignModule module) {
        return Rollup.of(ModuleBom.of(module), 1, null).lines().stream()
                .map(l -> l.part() + " " + l.total().number().toPlainString()).sorted().toList();
    }
}
