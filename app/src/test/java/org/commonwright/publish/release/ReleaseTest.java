package org.commonwright.publish.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.record.Identity;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it changes the language and the time zone of the process")
class ReleaseTest {
    private static final Map<String, String> FILES = Map.of(
            "okh.toml",
            "okhv = \"OKH-LOSHv1.0\"\nname = \"Pen Plotter é\"\nversion = \"1.2.0\"\nlicense = \"CERN-OHL-S-2.0\"\n"
                    + "licensor = \"Ada\"\nrepo = \"https://example.org/p\"\nfunction = \"draws\"\n",
            "bom.csv", "Part,Kind,Quantity,File\nbracket,make,2,export/bracket.stl\nscrew,standard,8,\n",
            "export/bracket.stl", "solid b\nendsolid b\n",
            "docs/assembly.md", "## One\n\nNeeds: 2 `bracket`, 8 `screw`.\n\nScrew them on.\n",
            "LICENSE", "CERN-OHL-S-2.0\n");

    @TempDir
    Path home;

    private CommitId design(Map<String, String> files) {
        Path folder = home.resolve("design");
        try (GitRepository repository = Files.exists(folder)
                ? GitRepository.open(folder)
                : GitRepository.init(folder)) {
            return Repos.commit(repository, "main", files);
        }
    }

    private Release release(String into, String version) {
        try (var workspace = new Workspace(home.resolve("workspace"))) {
            return new ReleaseWriter(workspace, Progress.NONE).write(
                    new ReleaseWriter.Wish(home.resolve("design"), "main", version, home.resolve(into), false));
        }
    }

    @Test
    void theSameCommitGivesTheSameBytesWithEverythingInside() throws IOException {
        CommitId commit = design(FILES);
        Release first = release("a", "");
        Release second = release("b", "");
        assertArrayEquals(Files.readAllBytes(first.archive()), Files.readAllBytes(second.archive()));
        assertEquals("pen-plotter-e-1.2.0.zip", first.archive().getFileName().toString());
        assertEquals(commit, first.commit());
        try (var zip = new ZipFile(first.archive().toFile())) {
            var names = new TreeSet<String>();
            zip.stream().forEach(entry -> names.add(entry.getName().substring(entry.getName().indexOf('/') + 1)));
            assertEquals(new TreeSet<>(List.of("SHA256SUMS", "assembly.html", "assembly.pdf", "bom.cdx.json", "bom.csv",
                    "bom.html", "bom.json", "bom.pdf", "design/LICENSE", "design/bom.csv", "design/docs/assembly.md",
                    "design/export/bracket.stl", "design/okh.toml", "release.json")), names);
            String bom = new String(zip.getInputStream(zip.getEntry("pen-plotter-e-1.2.0/bom.csv")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertTrue(bom.contains("bracket,make,2"), bom);
        }
        ReleaseCheck.Report report = ReleaseCheck.check(first.archive());
        assertEquals(List.of(), report.problems());
        assertEquals(13, report.files());
        assertEquals(first.hash(), report.hash());
    }

    /// Two clones in other folders, with other settings for line ends, read in another time zone and language.
    @Test
    void twoClonesGiveTheSameBytes() throws IOException {
        design(FILES);
        Release first = release("a", "");
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            Path clone = home.resolve("elsewhere/é clone");
            Repos.git(home, "clone", "-q", home.resolve("design").toString(), clone.toString());
            Files.writeString(clone.resolve("notes.txt"), "not committed");
            Files.writeString(clone.resolve("bom.csv"), "Part,Quantity\nother,1\n");
            try (var workspace = new Workspace(home.resolve("another workspace"))) {
                Release second = new ReleaseWriter(workspace, Progress.NONE)
                        .write(new ReleaseWriter.Wish(clone, "HEAD", "", home.resolve("b"), false));
                assertEquals(first.files(), second.files(), "which of them are other bytes");
                assertArrayEquals(Files.readAllBytes(first.archive()), Files.readAllBytes(second.archive()));
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void whatTheCommunityWaitsForByTheDayOfTheCommit() {
        Map<String, String> files = new HashMap<>(FILES);
        files.put("commons.toml", "version = 1\n[release]\nwaits-for = [\"durability.end-of-life\"]\n");
        files.put("bom.csv",
                "Part,Kind,Quantity,File,EOL\nbracket,make,2,export/bracket.stl,\nscrew,standard,8,,2900-01-01\n");
        design(files);
        release("a", "");
        files.put("bom.csv",
                "Part,Kind,Quantity,File,EOL\nbracket,make,2,export/bracket.stl,\nscrew,standard,8,,2001-01-01\n");
        design(files);
        assertEquals("publish.release-errors", assertThrows(Fault.class, () -> release("b", "")).code());
    }

    @Test
    void aTagSignsIt() throws IOException {
        CommitId commit = design(FILES);
        Release release = release("out", "2.0");
        Identity identity = Identity.temporary(Repos.ADA, new SecureRandom());
        try (GitRepository repository = GitRepository.open(home.resolve("design"))) {
            Instant now = Instant.parse("2026-03-01T12:00:00Z");
            repository.tags().write(release.tagName(), commit, Repos.ADA, now, release.tagMessage(), identity.signer());
            Fault again = assertThrows(Fault.class,
                    () -> repository.tags().write(release.tagName(), commit, Repos.ADA, now,
                            "x", identity.signer()));
            assertEquals("git.tag-exists", again.code());
            assertEquals(commit, repository.require("v2.0"));
        }
        Path signers = Files.writeString(home.resolve("signers"), identity.allowedSignersLine() + "\n");
        String shown = Repos.git(home.resolve("design"), "-c", "gpg.format=ssh", "-c",
                "gpg.ssh.allowedSignersFile=" + signers, "verify-tag", "-v", "v2.0");
        assertTrue(shown.contains("Good \"git\" signature for ada@example.org"), shown);
        assertTrue(shown.contains("SHA-256: " + release.hash().hex()), shown);
    }

    @Test
    void whatWasChangedAddedOrTakenOutIsFound() throws IOException {
        design(FILES);
        Release release = release("out", "");
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipFile(release.archive().toFile()); var other = new ReleaseZip(out, Instant.EPOCH)) {
            for (var entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith("design/bom.csv")) {
                    bytes[0] ^= 1;
                }
                if (!entry.getName().endsWith("LICENSE")) {
                    other.add(entry.getName(), bytes);
                }
            }
            other.add("pen/../../evil", new byte[1]);
        }
        Path changed = Files.write(home.resolve("changed.zip"), out.toByteArray());
        assertEquals(List.of("design/LICENSE publish.file-not-there", "design/bom.csv publish.file-changed",
                "../../evil publish.file-not-listed"),
                ReleaseCheck.check(changed).problems().stream().map(ReleaseTest::told).toList());
    }

    private static String told(Problem problem) {
        return problem.place() + " " + problem.code();
    }

    @Test
    void whatIsNoReleaseIsRefused() throws IOException {
        Path text = Files.writeString(home.resolve("a.zip"), "no archive");
        assertEquals("publish.not-a-release", assertThrows(Fault.class, () -> ReleaseCheck.check(text)).code());
        assertEquals("files.not-read",
                assertThrows(Fault.class, () -> ReleaseCheck.check(home.resolve("missing"))).code());
    }

    @Test
    void errorsAndAMissingVersionStopIt() {
        design(Map.of("bom.csv", "Part,Kind,Quantity,Module\nx,module,1,nowhere\n", "okh.toml", "name = \"x\"\n"));
        assertEquals("publish.release-errors", assertThrows(Fault.class, () -> release("out", "1")).code());
        assertFalse(Files.exists(home.resolve("out")));
        design(Map.of("bom.csv", "Part,Quantity\nscrew,1\n"));
        assertEquals("publish.no-version", assertThrows(Fault.class, () -> release("out", "")).code());
    }
}
