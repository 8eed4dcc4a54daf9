package org.commonwright.design.manifest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.bom.read.Mutants;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Manifests, locks and rules that nobody wrote: each is read, or what is wrong is told in both languages.
/// `-Dcommonwright.mutants=100000` makes as many for each reader.
class ManifestMutantTest {
    private static final Path CORPUS = Path.of(System.getProperty("commonwright.root", ".."), "../shared/corpus/okh");
    private static final int MUTANTS = Integer.getInteger("commonwright.mutants", 200);
    private static final long SEED = Seed.chosen();
    /// Seeds that follow each other begin alike.
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    @ParameterizedTest
    @ValueSource(strings = {"okh.toml", "okh.yml", "commons.lock", "commons.toml", "REUSE.toml", "bom.lists.toml"})
    void noMutantIsAnUncaughtErrorOrLeftWithoutAWord(String name) throws IOException {
        List<byte[]> files = files(name);
        for (int i = 0; i < MUTANTS; i++) {
            long seed = SEED + i * STEP;
            byte[] mutant = Mutants.of(files.get(i % files.size()), new Random(seed));
            String which = name + ": -Dcommonwright.mutants=" + (i + 1) + " seed " + seed;
            try {
                check(name, mutant, which);
            } catch (Fault fault) {
                assertTrue(name.equals("bom.lists.toml"), which + ": " + fault);
                assertFalse(new Messages(Locale.FRENCH).get(fault).isBlank());
            } catch (RuntimeException e) {
                throw new AssertionError(which, e);
            }
        }
    }

    private static void check(String name, byte[] mutant, String which) {
        List<Problem> problems = new ArrayList<>();
        boolean read = switch (name) {
            case "okh.toml", "okh.yml" -> manifest(name, mutant, problems);
            case "commons.lock" -> {
                LockFile lock = LockFile.read("m", mutant, problems::add);
                List<Problem> again = new ArrayList<>();
                LockFile written = LockFile.read("m", lock.write().getBytes(StandardCharsets.UTF_8), again::add);
                assertTrue(written.equals(lock) && again.isEmpty(), which + " written: " + again);
                yield !lock.entries().isEmpty() || new String(mutant, StandardCharsets.UTF_8).isBlank();
            }
            case "commons.toml" -> CommonsReader.read("m", mutant, problems::add) != null;
            case "REUSE.toml" -> ReuseToml.read(new RepoPath(name), mutant, problems::add).isPresent();
            default -> ListChoice.read("m", mutant) != null;
        };
        assertTrue(read || !problems.isEmpty() || name.equals("commons.lock"), which);
        problems.forEach(problem -> assertFalse(new Messages(Locale.FRENCH).get(problem).isBlank()));
    }

    private static boolean manifest(String name, byte[] mutant, List<Problem> problems) {
        Optional<Manifest> manifest = ManifestReader.read(new RepoPath(name), "m", mutant, problems::add);
        manifest.ifPresent(m -> {
            String unused = m.toString();
        });
        return manifest.isPresent();
    }

    private static List<byte[]> files(String name) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String text : own(name)) {
            files.add(text.getBytes(StandardCharsets.UTF_8));
        }
        if (name.equals("okh.toml") && Files.isDirectory(CORPUS)) {
            try (var all = Files.list(CORPUS)) {
                for (Path file : all.sorted().filter(f -> f.toString().endsWith(".toml")).toList()) {
                    files.add(Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static List<String> own(String name) {
        String commit = "0123456789abcdef0123456789abcdef01234567";
        return switch (name) {
            case "okh.toml" -> List.of("okhv = \"2.4\"\nname = \"a\"\nmass = 3\nbom = 'bom.csv'\nlicense = 'MIT'\n"
                    + "outer-dimensions = {width = 1, height = 2.5, depth = 3}\nsource = [\n 'a',\n]\n[[part]]\nname = 'b'\n"
                    + "mass = '3 kg'\n[part.outer-dimensions]\nopenSCAD = 'cube(size = [10,10,10])'\nunit = 'mm'\n");
            case "okh.yml" ->
                List.of("title: a\nlicense:\n  hardware: CERN-OHL-S-2.0\nkeywords: &k\n  - x\n  - \"y\\u00e9\"\n"
                        + "contact: {name: A, social: [{platform: x, user-handle: '@a'}]}\nmore: *k\ndescription: |\n  Two\n  lines.\n"
                        + "sub:\n  - title: Handle\n    manifest: https://example.org/okh.yml\nbom: bom.csv\nmade: true\n");
            case "commons.lock" ->
                List.of("version = 1\n\n[[module]]\nname = \"x\"\nrepository = \"https://example.org/x\"\n"
                        + "path = \"a/b\"\ncommit = \"" + commit + "\"\ntree = \"" + commit + "\"\ncheck = \"0\"\n"
                        + "[[module]]\nname = \"y\"\nrepository = \"y\"\npath = \"\"\ncommit = \"" + commit
                        + "\"\ntree = \""
                        + commit + "\"\n");
            case "commons.toml" ->
                List.of("version = 1\nlicence = 'CERN-OHL-S-2.0'\nmaintainers = ['SHA256:" + "A".repeat(43)
                        + "']\n[decision]\nrule = 'majority'\nquorum = '1/2'\n[release]\nwaits-for = ['bom', 'files']\n"
                        + "[[part]]\nname = 'x'\nshare = '10 %'\n");
            case "REUSE.toml" ->
                List.of("version = 1\n[[annotations]]\npath = ['a/**', '*.stl']\nprecedence = 'override'\n"
                        + "SPDX-FileCopyrightText = '2024 A'\nSPDX-License-Identifier = 'MIT'\n");
            default -> List.of("version = 1\nlists = ['bom.csv', 'a/b.csv']\n", "version = 1\nlists = []\n");
        };
    }
}
