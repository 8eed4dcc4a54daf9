package org.commonwright.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleBom;
import org.commonwright.design.ModuleChecks;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.licence.LicenceTable;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MeshReader;
import org.commonwright.model.Bounds;
import org.commonwright.sample.SampleWorkspace.SampleDesign;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The designs can be built: what is stored is complete, closed, and fits the machines it is for.
@Execution(ExecutionMode.CONCURRENT)
class SampleDesignsTest {
    private static final double PRINTER = 220;
    private static final double PRINTER_HEIGHT = 250;
    private static final double MILL_X = 180;
    private static final double MILL_Y = 130;
    private static final double LASER = 210;
    private static final int GRBL_LINE = 80;

    @TempDir
    static Path folder;
    static SampleWorkspace samples;

    @BeforeAll
    static void layOut() {
        samples = LaidOut.in(folder);
    }

    @Test
    void everyModuleIsFoundAndNothingIsWrongWithIt() {
        try (var workspace = new Workspace(folder)) {
            for (SampleDesign design : samples.designs()) {
                ModuleTree tree = new DesignReader(workspace).read(design.folder()).tree();
                assertEquals(List.of(), tree.problems(), design.name());
                assertEquals(List.of(), ModuleChecks.check(tree).stream()
                        .filter(p -> !p.code().equals("design.commons-idle")).toList(), design.name());
                var known = LicenceTable.load();
                tree.modules().forEach(m -> assertTrue(known.find(m.licence()).isPresent(), m.name()));
            }
        }
    }

    @Test
    void laidOutElsewhereTheRoverStillFindsItsNeighbours() {
        SampleDesign rover = samples.design("rover").orElseThrow();
        try (var workspace = new Workspace(folder.resolve("another"))) {
            ModuleTree tree = new DesignReader(workspace).read(rover.folder()).tree();
            assertEquals(List.of(), tree.problems());
            assertEquals(8, tree.modules().size());
        }
    }

    @Test
    void everyPartHasAPriceAtOneAndAtAHundred() {
        try (var workspace = new Workspace(folder)) {
            for (SampleDesign design : samples.designs()) {
                var root = ModuleBom.of(new DesignReader(workspace).read(design.folder()).tree().root());
                for (int n : new int[]{1, 100}) {
                    RollupResult result = Rollup.of(root, n, "EUR");
                    assertEquals(List.of(), result.missing(), design.name());
                    assertEquals(List.of(), result.problems(), design.name());
                }
            }
        }
    }

    @Test
    void everyMeshIsClosed() throws IOException {
        for (Path file : files(".stl")) {
            Mesh mesh = MeshReader.read(file, Progress.NONE);
            MeshMeasures measures = MeshMeasures.of(mesh);
            assertTrue(measures.closed(), file + " is not closed");
            assertTrue(measures.volume() > 0, file + " is inside out");
            assertTrue(mesh.bounds().sizeX() < PRINTER && mesh.bounds().sizeY() < PRINTER, file.toString());
        }
    }

    @Test
    void printsStayOnTheBed() throws IOException {
        for (Path file : files(".gcode")) {
            GcodeFile program = GcodeReader.read(file, Progress.NONE);
            assertEquals(Dialect.MARLIN, program.dialect(), file.toString());
            assertEquals(List.of(), program.problems(), file.toString());
            Bounds box = program.toolpath().bounds();
            assertTrue(box.minX() >= 0 && box.maxX() <= PRINTER && box.minY() >= 0 && box.maxY() <= PRINTER
                    && box.minZ() >= 0 && box.maxZ() <= PRINTER_HEIGHT, file + " " + box);
        }
    }

    @Test
    void milledAndLaseredPartsFitTheirMachines() throws IOException {
        List<Path> programs = files(".nc");
        assertFalse(programs.isEmpty());
        for (Path file : programs) {
            GcodeFile program = GcodeReader.read(file, Progress.NONE);
            assertEquals(Dialect.GRBL, program.dialect(), file.toString());
            assertEquals(List.of(), program.problems(), file.toString());
            assertTrue(Files.readAllLines(file).stream().allMatch(line -> line.length() <= GRBL_LINE),
                    file.toString());
            Bounds box = program.toolpath().bounds();
            boolean laser = file.getFileName().toString().equals("deck.nc");
            assertTrue(box.sizeX() <= (laser ? LASER : MILL_X) && box.sizeY() <= (laser ? LASER : MILL_Y),
                    file + " " + box);
            assertTrue(box.minZ() >= -7, file + " cuts too deep: " + box);
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(LaidOut.STORED)) {
            return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
        }
    }
}
