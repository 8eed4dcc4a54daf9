package org.commonwright.design.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Problem;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private final List<Problem> problems = new ArrayList<>();

    private Optional<Manifest> read(String text) {
        return ManifestReader.read(new RepoPath("arm/okh.toml"), "arm/okh.toml", text.getBytes(StandardCharsets.UTF_8),
                problems::add);
    }

    private Manifest corpus(String file) throws IOException {
        Path path = Path.of(System.getProperty("commonwright.root", "..")).resolve("../shared/corpus/okh")
                .resolve(file);
        if (!Files.exists(path)) {
            Assumptions.abort("the corpus of manifests found in the wild is not beside this checkout");
        }
        return read(Files.readString(path)).orElseThrow();
    }

    private Commons commons(String text) {
        return CommonsReader.read("commons.toml", text.getBytes(StandardCharsets.UTF_8), problems::add);
    }

    @Test
    void aDesignOfTheWildIsRead() throws IOException {
        Manifest m = corpus("losh-mosh-a.okh.toml");
        assertEquals("LOSH Dummy MOSH-A", m.name());
        assertEquals("1.0.2", m.version());
        assertEquals("CERN-OHL-S-2.0", m.licence());
        assertEquals(List.of("sBoM.csv"), m.bom());
        assertEquals(List.of("MEC"), m.processes());
        assertEquals(new Dimensions(BigDecimal.valueOf(300), BigDecimal.valueOf(300), BigDecimal.valueOf(300)),
                m.dimensions());
        assertEquals("https://github.com/OPEN-NEXT/LOSH-dummy-MOSH-A", m.repo());
        assertEquals("https://github.com/OPEN-NEXT/LOSH-dummy-MOSH-A/releases/tag/v1.0.1", m.release());
        assertEquals(List.of("Martin Häuer"), m.licensors());
        assertEquals("Doesn't do much, yet.", m.function());
        assertEquals("en-GB", m.documentationLanguage());
        assertEquals("OTLR-5 ODLR-5", m.technologyReadiness() + " " + m.documentationReadiness());
        assertEquals(List.of("README.md", "Documentation/AssemblyGuide.md"), m.docs());
        assertEquals(List.of("Documentation/ASM-image.png"), m.images());
        assertEquals("DIN 5008:2020-03", m.more("standard"));
        assertEquals("D03D 35/00", m.more("patent-class"));
        assertEquals("666", m.more("rpm"));
        DeclaredPart ring = m.parts().getFirst();
        assertEquals("PLA", ring.material());
        assertEquals(2, ring.exports().size());
        assertEquals(new Dimensions(BigDecimal.valueOf(28), BigDecimal.valueOf(28), BigDecimal.valueOf(30)),
                ring.dimensions());
        assertEquals(List.of(), problems);
    }

    @Test
    void aPartOfTheWildIsRead() throws IOException {
        Manifest m = corpus("losh-ClampRing.okh.toml");
        assertEquals(List.of("ClampRing.scad"), m.sources());
        assertEquals(List.of("3DP"), m.processes());
        assertEquals(List.of("../../Documentation/part-pictures/Parts_Print_2.jpg"), m.images());
        assertEquals(List.of("ClampRing.pdf", "ClampRing.stl"), m.exports());
        assertEquals("PLA", m.material());
        assertEquals("m", m.more("smallest-tolerance-class"));
        assertEquals(BigDecimal.valueOf(30), m.dimensions().height());
    }

    @Test
    void imagesAndPeopleMayBeTables() {
        Manifest m = read("""
                okhv = "2.4"
                name = "Arm"
                version = 3
                license = "CC0-1.0"
                mass = 50330.5
                readme = ["README.md", "https://example.org/x"]
                licensor = [{ name = "Ada", email = "ada@example.org" }, { name = "Bo" }]
                [outer-dimensions]
                width = 400
                depth = 350.8
                height = 150
                [[image]]
                location = "a.png"
                slots = ["logo"]
                [[image]]
                depicts = "nothing"
                """).orElseThrow();
        assertEquals("3", m.version());
        assertEquals(List.of("a.png"), m.images());
        assertEquals(List.of("Ada <ada@example.org>", "Bo"), m.licensors());
        assertEquals(new BigDecimal("350.8"), m.dimensions().depth());
        assertEquals(new BigDecimal("50330.5"), m.mass());
        assertEquals(List.of(), problems);
    }

    @Test
    void whatIsNoTomlIsSaidWithItsLine() {
        assertTrue(read("okhv = \"2.4\"\nname = [broken\n").isEmpty());
        assertEquals("design.not-toml", problems.getFirst().code());
        assertTrue(problems.getFirst().place().line() >= 2, problems::toString);
        problems.clear();
        assertTrue(ManifestReader.read(new RepoPath("okh.toml"), "okh.toml", new byte[]{'n', (byte) 0xff},
                problems::add).isEmpty());
        assertEquals("design.not-utf8", problems.getFirst().code());
        problems.clear();
        assertTrue(read("[".repeat(5000)).isEmpty());
        assertEquals("design.not-toml", problems.getFirst().code());
    }

    @Test
    void valuesOfAnotherSortAreLeftOut() {
        Manifest m = read("name = { a = 1 }\nmass = \"heavy\"\n[outer-dimensions]\nwidth = 1\n").orElseThrow();
        assertEquals("", m.name());
        assertNull(m.mass());
        assertNull(m.dimensions());
        assertEquals(4, problems.size());
        problems.clear();
        assertEquals("a b c", read("okhv = \"2.4\"\nname = \"a\\u001bb\\u202ec\"\n").orElseThrow().name());
        assertEquals(List.of(), problems);
        read("okhv = \"9\"\n");
        assertEquals("design.okh-version-unknown", problems.getFirst().code());
    }

    @Test
    void whatACommunityAgreedOn() {
        Commons c = commons("""
                version = 1
                [[maintainers]]
                path = "."
                people = ["Ada <ada@example.org>"]
                [[maintainers]]
                path = "modules/arm"
                people = ["Bo <bo@example.org>"]
                [decision]
                rule = "consent"
                quorum = "1/3"
                days = 7
                [value.weights]
                surviving = 2
                declared = "0.5"
                [licence]
                terms = "PPL"
                fee = "5 %"
                contributors = "free"
                [need]
                order = ["health", "food"]
                """);
        assertEquals(List.of("value", "need", "licence.fee", "licence.contributors"),
                problems.stream().filter(p -> p.code().equals("design.commons-idle")).map(p -> p.arguments().getFirst())
                        .toList());
        assertEquals(4, problems.size(), problems::toString);
        assertEquals(List.of("Bo <bo@example.org>"),
                c.maintainersOf(new RepoPath("modules/arm/x")).orElseThrow().people());
        assertEquals(List.of("Ada <ada@example.org>"), c.maintainersOf(new RepoPath("docs")).orElseThrow().people());
        assertEquals(Rational.of(1, 3), c.decision().quorum());
        assertEquals(Rational.of(1, 2), c.value().weights().get("declared"));
        assertEquals(Rational.of(1, 20), c.licence().fee());
        assertEquals(List.of("health", "food"), c.needs());
    }

    @Test
    void whatCannotBeUnderstoodIsSaidAndCountsAsNotSaid() {
        Commons c = commons("version = 1\nlicense = 3\n[decision]\nrule = \"dice\"\nquorum = \"1/0\"\n");
        assertEquals("consensus", c.decision().rule());
        assertEquals(List.of("design.commons-key", "design.decision-value", "design.decision-value"),
                problems.stream().map(Problem::code).toList());
        problems.clear();
        assertEquals(Commons.NONE, commons("version = 2\n"));
        assertEquals("design.commons-version", problems.getFirst().code());
        problems.clear();
        assertEquals(Commons.NONE, commons("[decision]\nrule = \"maintainer\"\n"));
        assertEquals("design.commons-no-version", problems.getFirst().code());
    }

    @Test
    void sizeAndWeightAreReadAsEachVersionWritesThem() {
        Manifest one = read("""
                okhv = "OKH-LOSHv1.0"
                mass = { value = 1.5, unit = "kg" }
                outer-dimensions = { openSCAD = "cube(size = [40, 35.5, 15])", unit = "cm" }
                """).orElseThrow();
        assertEquals(0, new BigDecimal(1500).compareTo(one.mass()));
        assertEquals(0, new BigDecimal(355).compareTo(one.dimensions().depth()));
        Manifest two = read("okhv = '2.4'\nmass-kg = 2\nouter-dimensions-mm = 'cube([1,2,3])'").orElseThrow();
        assertEquals(0, new BigDecimal(2000).compareTo(two.mass()));
        assertEquals(BigDecimal.valueOf(3), two.dimensions().height());
        assertEquals(List.of(), problems);
        Manifest odd = read("okhv = '2.4'\nmass = { value = 1, unit = 'st' }\nouter-dimensions = 'sphere(3)'")
                .orElseThrow();
        assertNull(odd.mass());
        assertNull(odd.dimensions());
        assertEquals(List.of("design.wrong-value", "design.wrong-value"),
                problems.stream().map(Problem::code).toList());
    }
}
