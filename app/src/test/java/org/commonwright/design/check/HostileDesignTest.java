package org.commonwright.design.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonwright.Soon;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.design.fix.Fixing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Designs that somebody made to be slow or to break what checks them: each is answered within moments.
@Execution(ExecutionMode.CONCURRENT)
class HostileDesignTest {
    private static final Duration MOMENTS = Duration.ofMinutes(1);
    private static final String LICENCE = "SPDX-License-" + "Identifier: ";

    @TempDir
    Path home;

    private Path design() {
        return home.resolve("design");
    }

    private void file(String path, String text) throws Exception {
        Path file = design().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Finding> run() throws Exception {
        return Soon.within(MOMENTS, () -> {
            try (var workspace = new Workspace(home.resolve("workspace"))) {
                return DesignChecks.run(new DesignReader(workspace).read(design()).tree());
            }
        });
    }

    private List<Finding> run(String code) throws Exception {
        return run().stream().filter(finding -> finding.problem().code().equals(code)).toList();
    }

    @Test
    void aLicenceFollowedByManySpaces() throws Exception {
        file("LICENSES/MIT.txt", "x");
        file("a.py", "# " + LICENCE + "MIT" + " ".repeat(200_000) + "x\n");
        assertEquals(1, run("design.reuse-no-copyright").size());
    }

    @Test
    void aPatternOfManyStars() throws Exception {
        file("LICENSES/MIT.txt", "x");
        file("REUSE.toml", "version = 1\n[[annotations]]\npath = \"" + "**a".repeat(25)
                + "b\"\nSPDX-License-Identifier = \"MIT\"\n");
        file("a".repeat(200), "x");
        assertEquals(1, run("design.reuse-nothing").size());
    }

    @Test
    void aTextThatBeginsManyPictures() throws Exception {
        file("README.md", "# a\n" + "![".repeat(500_000));
        file("README.fr.md", "# a\n# b\n");
        assertEquals(1, run("design.language-sections").size());
    }

    @Test
    void cellsOfManySlashesDotsAndHyphens() throws Exception {
        file("bom.csv", "Part,Quantity,Module,Unit,File\nx,1,http://a/" + "/".repeat(30_000) + "x,,\ny,1,,"
                + ".".repeat(30_000) + "x,\nz,1,,," + "-".repeat(30_000) + "y.stl\n");
        assertEquals(1, run("design.made-from-missing").size());
    }

    @Test
    void manyFilesThatAreNotThereBesideManyThatAre() throws Exception {
        file("bom.csv", "Part,Quantity,File\n" + lines(2000, "part%d,1,export/missing%1$d.stl\n"));
        for (int i = 0; i < 2000; i++) {
            file("export/present" + i + ".stl", "x");
        }
        assertEquals(2000, run("design.made-from-missing").size());
    }

    @Test
    void oneLicenceNamedManyTimesIsToldOnce() throws Exception {
        file("okh.toml", "okhv = \"2.4\"\nname = \"x\"\nlicense = \"" + "MIT AND ".repeat(50_000) + "MIT\"\n");
        assertEquals(1, run("design.licence-text-missing").size());
    }

    @Test
    void manyListsThatAskForEachOther() throws Exception {
        for (int i = 0; i < 100; i++) {
            file("bom/l" + i + "_assembly.txt", "Assembly: x\n" + lines(100, "  2 x l%d_assembly\n"));
        }
        assertTrue(!run().isEmpty());
    }

    @Test
    void manyInterfacesThatNobodyProvides() throws Exception {
        file("okh.toml", "okhv = \"2.4\"\nname = \"x\"\n");
        file("b/okh.toml", "okhv = \"2.4\"\nname = \"y\"\n");
        file("commons.toml", "version = 1\n[interfaces.\".\"]\nrequires = [" + lines(5000, "\"need%daa 1\",")
                + "]\n[interfaces.b]\nprovides = [" + lines(5000, "\"prov%dbb 1\",") + "]\n");
        assertEquals(5000, run("design.interface-missing").size());
    }

    @Test
    void manySheetsThatAreNotInTheList() throws Exception {
        file("b.kicad_pro", "{}");
        file("b.kicad_sch", "(kicad_sch " + lines(60_000, "(sheet (in_bom no) (uuid \"aaaaaaaaaa%d\"))")
                + lines(60_000, "(symbol (property \"Reference\" \"R%d\") (property \"Value\" \"1k\")"
                        + " (instances (project \"b\" (path \"/q%1$d\" (reference \"R%1$d\")))))")
                + ")");
        assertTrue(!run().isEmpty());
    }

    @Test
    void aListOfTenThousandLevels() throws Exception {
        file("bom.csv", "Level,Part,Quantity\n" + lines(10_000, "%d,p%1$d,2\n"));
        assertTrue(!run().isEmpty());
    }

    @Test
    void aVeryLongStringInAManifestIsEdited() throws Exception {
        file("okh.toml", "function = \"" + "x".repeat(200_000) + "\"\nname = \"x\"\n");
        Finding missing = run("design.okh-version-missing").getFirst();
        Fixing.apply(design(), missing.fixes().getFirst());
        assertTrue(Files.readString(design().resolve("okh.toml")).contains("okhv = \"2.4\""));
        file("okh.toml", "okhv = \"" + "9".repeat(200_000) + "\"\nname = \"x\"\n");
        Fixing.apply(design(), run("design.okh-version-unknown").getFirst().fixes().getFirst());
        assertTrue(Files.readString(design().resolve("okh.toml")).contains("okhv = \"2.4\""));
    }

    private static String lines(int count, String format) {
        return IntStream.range(0, count).mapToObj(i -> format.formatted(i)).collect(Collectors.joining());
    }
}
