package org.commonwright.design.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonwright.Seed;
import org.commonwright.Soon;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;

/// Manifests of Open Know-How 1.0 with every field of its specification, and those that nobody should have written.
class OkhOneTest {
    private static final String ALL = """
            %Open Know-How Manifest 1.0
            ---
            # the licence of this file is CC0
            date-created: 2019-09-23
            date-updated: 2020-01-01
            manifest-author:
              name: Ada Example
              affiliation: Example Works
              email: ada@example.org
            manifest-language: en-GB
            documentation-language: en-GB
            title: Water pump
            description: |
              Lifts water by hand.
              Two people can carry it.
            intended-use: Gardens
            keywords:
              - pump
              - water
            project-link: https://example.org/pump
            health-safety-notice: Keep fingers away.
            contact:
              name: Bo
              email: bo@example.org
              social:
                - platform: Mastodon
                  user-handle: "@bo"
            contributors:
              - name: Cy
              - name: Di
            image: images/pump.jpg
            version: 1.10
            development-stage: prototype
            made: true
            made-independently: false
            standards-used:
              - standard-title: Threads
                publisher: ISO
                reference: ISO 261
                certification:
                  - certifier: Self
                    date-awarded: 2020-02-02
            derivative-of:
              title: Old pump
              web: https://example.org/old
            variant-of:
              title: Big pump
            sub:
              - title: Handle
                manifest: https://example.org/handle/okh.yml
            license:
              hardware: CERN-OHL-S-2.0
              documentation: CC-BY-SA-4.0
              software: MIT
            licensor:
              name: Ada Example
              affiliation: Example Works
              email: ada@example.org
            documentation-home: https://example.org/pump/docs
            archive-download: https://example.org/pump.zip
            design-files:
              - path: cad/pump.FCStd
                title: The pump
              - path: cad/handle.FCStd
            schematics:
              - path: drawings/pump.pdf
            bom: parts.csv
            tool-list: docs/tools.md
            making-instructions:
              - path: docs/make.md
                title: How to make it
            manufacturing-files:
              - path: stl/valve.stl
            risk-assessment: docs/risk.md
            tool-settings:
              - path: docs/settings.md
            quality-instructions:
              - path: docs/quality.md
            operating-instructions:
              - path: docs/use.md
            maintenance-instructions:
              - path: docs/care.md
            disposal-instructions:
              - path: docs/end.md
            software:
              - path: firmware/main.c
            """;

    private final List<Problem> problems = new ArrayList<>();

    private Optional<Manifest> read(String yaml) {
        return ManifestReader.read(new RepoPath("okh-pump.yml"), "okh-pump.yml",
                yaml.getBytes(StandardCharsets.UTF_8), problems::add);
    }

    private List<String> codes() {
        return problems.stream().map(Problem::code).toList();
    }

    @Test
    void everyFieldOfTheSpecificationIsRead() {
        Manifest m = read(ALL).orElseThrow();
        assertEquals("Water pump", m.name());
        assertEquals("1.10", m.version(), "as it is written, not as a number");
        assertEquals("Lifts water by hand. Two people can carry it.", m.function());
        assertEquals("CERN-OHL-S-2.0", m.licence());
        assertEquals(List.of("Ada Example <ada@example.org>"), m.licensors());
        assertEquals("Example Works", m.organisation());
        assertEquals("https://example.org/pump/docs", m.repo());
        assertEquals("https://example.org/pump.zip", m.release());
        assertEquals("en-GB", m.documentationLanguage());
        assertEquals("OTRL-3", m.technologyReadiness());
        assertEquals("", m.documentationReadiness());
        assertEquals(List.of("parts.csv"), m.bom());
        assertEquals(List.of("cad/pump.FCStd", "cad/handle.FCStd", "drawings/pump.pdf", "firmware/main.c"),
                m.sources());
        assertEquals(List.of("stl/valve.stl"), m.exports());
        assertEquals(List.of("images/pump.jpg"), m.images());
        assertEquals(List.of("docs/make.md", "docs/use.md", "docs/care.md", "docs/quality.md", "docs/end.md",
                "docs/risk.md", "docs/settings.md", "docs/tools.md"), m.docs());
        assertEquals("pump, water", m.more("keywords"));
        assertEquals("Keep fingers away.", m.more("health-safety-notice"));
        assertEquals("Gardens", m.more("intended-use"));
        assertEquals("@bo", m.more("contact.social.user-handle"));
        assertEquals("Cy, Di", m.more("contributors.name"));
        assertEquals("Self", m.more("standards-used.certification.certifier"));
        assertEquals("Old pump", m.more("derivative-of.title"));
        assertEquals("Big pump", m.more("variant-of.title"));
        assertEquals("CC-BY-SA-4.0", m.more("license.documentation"));
        assertEquals("true false", m.more("made") + " " + m.more("made-independently"));
        assertEquals(List.of("design.okh-sub"), codes());
    }

    @Test
    void itBecomesOkhLoshWithoutLosingAWord() {
        byte[] bytes = ALL.getBytes(StandardCharsets.UTF_8);
        SequencedMap<String, JsonNode> losh = OkhConversion
                .losh(ManifestReader.tree(new RepoPath("okh.yml"), "okh.yml", bytes, problems::add).orElseThrow());
        assertEquals("2.4", losh.get("okhv").textValue());
        assertEquals("CERN-OHL-S-2.0", losh.get("license").textValue());
        assertEquals("CC-BY-SA-4.0", losh.get("documentation-license").textValue());
        assertEquals("MIT", losh.get("software-license").textValue());
        assertEquals("Lifts water by hand.\nTwo people can carry it.", losh.get("function").textValue());
        assertEquals("https://example.org/pump", losh.get("project-link").textValue());
        assertEquals("ISO 261", losh.get("standards-used").get(0).get("reference").textValue());
        assertEquals("docs/make.md", losh.get("manufacturing-instructions").textValue());
        assertEquals(3, losh.get("source").size());
    }

    @Test
    void aKeyThatComesAgainIsToldAndTheFirstCounts() {
        assertEquals("a", read("title: a\ntitle: b\n").orElseThrow().name());
        assertEquals(List.of("design.yaml-twice"), codes());
        assertEquals(2, problems.getFirst().place().line());
    }

    @Test
    void aliasesAreReadAndThoseThatExplodeAreRefused() throws Exception {
        assertEquals("a", read("x: &n a\ntitle: *n\n").orElseThrow().name());
        String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + IntStream.range(1, 30)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(8) + "*a" + (i - 1) + "]\n")
                .collect(Collectors.joining());
        assertEquals(Optional.empty(), refusedInTime(bomb));
        assertEquals(List.of("design.yaml-limits"), codes());
    }

    @Test
    void whatNobodyShouldWriteIsRefusedInOneSentence() throws Exception {
        assertEquals(Optional.empty(), refusedInTime("title: " + "[".repeat(1_000_000)));
        assertEquals(Optional.empty(), refusedInTime("title: " + "{a: ".repeat(500_000)));
        assertEquals(Optional.empty(), refusedInTime("- x\n".repeat(1_000_000)));
        assertEquals(Optional.empty(), refusedInTime("a: &a [*a]\n"));
        assertEquals(Optional.empty(), refusedInTime("a: !!javax.script.ScriptEngineManager [x]\n"));
        assertEquals(Optional.empty(), refusedInTime("a: !evil x\n"));
        assertEquals(Optional.empty(), refusedInTime("title: 'open\n"));
        assertEquals(Optional.empty(), refusedInTime("just words"));
        assertEquals(Optional.empty(), refusedInTime(""));
        assertEquals(Optional.empty(), refusedInTime("? [a]\n: b\n"));
        assertEquals(Optional.empty(), refusedInTime("title: a\u0007b\n"));
        assertEquals(List.of("design.yaml-limits", "design.yaml-limits", "design.yaml-limits", "design.yaml-alias",
                "design.yaml-tag", "design.yaml-tag", "design.not-yaml", "design.yaml-no-map", "design.yaml-no-map",
                "design.yaml-key", "design.not-yaml"), codes());
    }

    private Optional<Manifest> refusedInTime(String yaml) throws Exception {
        return Soon.within(Duration.ofSeconds(20), () -> read(yaml));
    }

    @Test
    void anEscapeWithoutItsDigitsIsTold() {
        for (String text : List.of("title: \"a\\u\"\n", "title: \"\\U00110000\"\n", "title: \"\\x\"\n",
                "title: \"\\uD8\"\n")) {
            problems.clear();
            Optional<Manifest> read = ManifestReader.read(new RepoPath("okh.yml"), "m",
                    text.getBytes(StandardCharsets.UTF_8), problems::add);
            assertTrue(read.isPresent() || problems.stream().anyMatch(p -> p.code().equals("design.not-yaml")), text);
        }
    }

    @Test
    void noMutantOfAManifestIsAnUncaughtError() {
        long seed = Seed.chosen();
        int mutants = Integer.getInteger("commonwright.mutants", 2000);
        byte[] yaml = ALL.getBytes(StandardCharsets.UTF_8);
        byte[] toml = "okhv = \"2.4\"\nname = \"a\"\nmass = 3\nsource = [\n 'a',\n]\n[[part]]\nname = 'b'\n"
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < mutants; i++) {
            var random = new Random(seed + i);
            boolean old = i % 2 == 0;
            byte[] mutant = (old ? yaml : toml).clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                mutant[random.nextInt(mutant.length)] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : (byte) "&*!?:-[]{}'\"|>%#=\n\t ".charAt(random.nextInt(20));
            }
            problems.clear();
            Optional<Manifest> read = ManifestReader.read(new RepoPath(old ? "okh.yml" : "okh.toml"), "m", mutant,
                    problems::add);
            assertTrue(read.isPresent() || !problems.isEmpty(), "seed " + (seed + i));
        }
    }
}
