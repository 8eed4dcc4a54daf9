package org.commonwright.design.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.commonwright.Seed;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.design.draft.DesignManifests.Drafted;
import org.commonwright.design.draft.ManifestDraft.State;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Manifests drafted from real repositories.
class ManifestDraftsTest {
    private static final String MIT = """
            MIT License

            Permission is hereby granted, free of charge, to any person obtaining a copy of this work.
            The above copyright notice and this permission notice shall be included in all copies.
            """;

    @TempDir
    Path folder;

    @TempDir
    Path home;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Drafted drafts() {
        try (var workspace = new Workspace(home)) {
            return DesignManifests.of(workspace, folder);
        }
    }

    private Manifest manifest(String module) {
        try (var workspace = new Workspace(home)) {
            return new DesignReader(workspace).read(folder).tree().modules().stream()
                    .filter(m -> m.path().text().equals(module)).findFirst().orElseThrow().manifest();
        }
    }

    private void plotter() throws IOException {
        write("README.md", "[![build](x)](y)\n# Pen *plotter*\n\nDraws.\n");
        write("LICENSE", MIT);
        write("CONTRIBUTING.md", "x");
        write("bom.csv", "Part,Quantity,Module\nlift,2,lift\n");
        write("docs/assembly.md", "# How\n");
        write("images/plotter.png", "x");
        write("source/frame.scad", "cube();");
        write("export/frame.stl", "solid");
        write("lift/bom.csv", "Part,Quantity\nrod,1\n");
        write("lift/export/foot.stl", "solid");
    }

    @Test
    void whatARepositoryShowsIsWrittenAndTheRestLeftOpen() throws IOException {
        plotter();
        try (GitRepository git = GitRepository.init(folder)) {
            CommitId first = git.workTree().commit("first", new Person("Ada", "ada@example.org"), Instant.EPOCH,
                    List.of(new RepoPath("bom.csv")), Optional.empty());
            assertTrue(git.refs().update("refs/tags/v0.9.1", Optional.empty(), first));
            assertTrue(git.refs().update("refs/tags/nightly", Optional.empty(), first));
            git.remotes().add("origin", "https://ada:secret@git.example.org/ada/plotter.git");
        }
        Drafted drafted = drafts();
        assertEquals(List.of("okh.toml MISSING", "lift/okh.toml MISSING"),
                drafted.drafts().stream().map(d -> d.file() + " " + d.state()).toList());
        ManifestDraft root = drafted.drafts().getFirst();
        assertEquals("""
                okhv = "2.4"
                name = "Pen plotter"
                repo = "https://git.example.org/ada/plotter"
                version = "0.9.1"
                license = "MIT"
                readme = "README.md"
                image = "images/plotter.png"
                bom = "bom.csv"
                manufacturing-instructions = "docs/assembly.md"
                contribution-guide = "CONTRIBUTING.md"
                source = "source/frame.scad"
                export = "export/frame.stl"
                # licensor = ""
                # function = ""
                """, root.text());
        assertEquals(List.of("licensor", "function"), root.open());
        assertEquals(List.of("function"), drafted.drafts().getLast().open());
        assertEquals(
                "okhv = \"2.4\"\nname = \"lift\"\nbom = \"bom.csv\"\nexport = \"export/foot.stl\"\n# function = \"\"\n",
                drafted.drafts().getLast().text());

        ManifestWriting writing = ManifestWriting.write(drafted.folder(), drafted.drafts());
        assertEquals(2, writing.count());
        assertEquals("MIT", manifest("").licence());
        assertEquals(List.of("export/foot.stl"), manifest("lift").exports());
        assertEquals(List.of(State.THERE, State.THERE), drafts().drafts().stream().map(ManifestDraft::state).toList());
        assertFalse(drafts().drafts().stream().anyMatch(ManifestDraft::isChange), "nothing more to say");
        writing.undo();
        assertFalse(Files.exists(folder.resolve("okh.toml")) || Files.exists(folder.resolve("lift/okh.toml")));
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotTakenBack() throws IOException {
        plotter();
        Drafted drafted = drafts();
        ManifestWriting writing = ManifestWriting.write(drafted.folder(), drafted.drafts());
        write("lift/okh.toml", "name = 'mine'\n");
        assertEquals("design.manifest-changed", assertThrows(Fault.class, writing::undo).code());
        assertTrue(Files.exists(folder.resolve("okh.toml")));
        assertEquals("design.manifest-changed",
                assertThrows(Fault.class, () -> ManifestWriting.write(drafted.folder(), drafted.drafts())).code());
    }

    @Test
    void aManifestIsCompletedAndEveryOtherByteStays() throws IOException {
        plotter();
        String before = "# ours\r\nname = \"Plotter\"   # the name\r\nlicensor = [\r\n  \"Ada\", # she\r\n]\r\n"
                + "note = '''\r\n[no table]\r\n'''\r\n\r\n# what we make\r\n[[part]]\r\nname = \"frame\"\r\n"
                + "source = \"source/frame.scad\"";
        write("okh.toml", before);
        ManifestDraft draft = drafts().drafts().getFirst();
        assertEquals(State.THERE, draft.state());
        assertEquals(List.of("okhv", "license", "readme", "image", "bom", "manufacturing-instructions",
                "contribution-guide", "export"), draft.added());
        int at = before.indexOf("\r\n# what we make");
        assertTrue(draft.text().startsWith(before.substring(0, at) + "okhv = \"2.4\"\r\nlicense = \"MIT\"\r\n"),
                draft.text());
        assertTrue(draft.text().endsWith(before.substring(at)), draft.text());
        assertEquals(List.of("repo", "version", "function"), draft.open());
    }

    @Test
    void anOldManifestBecomesAnOkhTomlBesideIt() throws IOException {
        plotter();
        write("okh-plotter.yml", "title: Plotter\ndescription: |\n  Draws \"well\"\n  and fast.\nlicense:\n  hardware: "
                + "CERN-OHL-S-2.0\nlicensor:\n  name: Ada\nkeywords: [pen, plotter]\ncontact: {name: Bo}\n");
        assertEquals("CERN-OHL-S-2.0", manifest("").licence());
        ManifestDraft draft = drafts().drafts().getFirst();
        assertEquals(State.OLD, draft.state());
        ManifestWriting.write(folder, List.of(draft));
        Manifest now = manifest("");
        assertFalse(now.isYaml(), "okh.toml goes before");
        assertEquals("Plotter", now.name());
        assertEquals("Draws \"well\" and fast.", now.function());
        assertEquals(List.of("Ada"), now.licensors());
        assertEquals("pen, plotter", now.more("keywords"));
        assertEquals("Bo", now.more("contact.name"));
        assertTrue(Files.exists(folder.resolve("okh-plotter.yml")));
    }

    @Test
    void aManifestThatCannotBeReadIsLeftAlone() throws IOException {
        plotter();
        write("okh.toml", "name = \n");
        ManifestDraft draft = drafts().drafts().getFirst();
        assertEquals(State.BROKEN, draft.state());
        assertFalse(draft.isChange());
        assertEquals(List.of("design.manifest-kept"), draft.problems().stream().map(Problem::code).toList());
    }

    @Test
    void onlyTextsThatAreOneLicenceDecide() throws IOException {
        plotter();
        write("LICENSE", "GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n");
        assertFalse(drafts().drafts().getFirst().added().contains("license"), "only or later: the text does not say");
        write("LICENSE", "SPDX-License-Identifier: GPL-3.0-or-later\n");
        assertTrue(drafts().drafts().getFirst().text().contains("license = \"GPL-3.0-or-later\""));
        Files.delete(folder.resolve("LICENSE"));
        write("LICENSES/CERN-OHL-W-2.0.txt", "x");
        assertTrue(drafts().drafts().getFirst().text().contains("license = \"CERN-OHL-W-2.0\""));
        write("LICENSES/CC0-1.0.txt", "x");
        assertFalse(drafts().drafts().getFirst().added().contains("license"), "which of two is not known");
    }

    @Test
    void thePageOfARemoteHoldsNobodysSecret() {
        assertEquals(Optional.of("https://github.com/a/b"), RepositoryFacts.page("git@github.com:a/b.git"));
        assertEquals(Optional.of("https://codeberg.org/a/b"),
                RepositoryFacts.page("ssh://git@codeberg.org:22/a/b.git"));
        assertEquals(Optional.of("https://h.example/a"), RepositoryFacts.page("https://x:y@h.example/a.git/?token=1"));
        assertEquals(Optional.empty(), RepositoryFacts.page("git@intern.example:a/b.git"), "a page is only a guess");
        assertEquals(Optional.empty(), RepositoryFacts.page("/srv/git/a.git"));
        assertEquals(Optional.empty(), RepositoryFacts.page("http://localhost/a"));
        assertEquals(Optional.empty(), RepositoryFacts.page("file:///home/a"));
    }

    /// Random manifests, completed: what was there is there still, in the same bytes.
    @Test
    void completingNeverTouchesWhatIsThere() throws IOException {
        long seed = Seed.chosen();
        List<String> keys = List.of("# a comment\n", "\n", "x1 = 3\n", "x2 = [1, [2], # c\n 3]\n",
                "x3 = '''a\n[b]\n'''\n",
                "x4 = \"\"\"q\"\"\"\"\n", "x5 = { a = \"]\" }\n", "x6 = \"\\\\\\\"\"\n", "\tx7 = 1979-05-27\n",
                "x8.y = 1\n");
        List<String> tables = List.of("[t]\na = 1\n", "# above\n[[part]]\nname = 'p'\n", "[u.v]\n", "");
        plotter();
        for (int i = 0; i < 60; i++) {
            var random = new Random(seed + i);
            List<String> some = new ArrayList<>(keys);
            some.removeIf(_ -> random.nextBoolean());
            String before = some.stream().collect(Collectors.joining()) + tables.get(random.nextInt(tables.size()));
            before = random.nextInt(4) == 0 ? before.stripTrailing() : before;
            write("okh.toml", before);
            ManifestDraft draft = drafts().drafts().getFirst();
            assertEquals(State.THERE, draft.state(), "seed " + (seed + i) + "\n" + before);
            String added = draft.text();
            int at = 0;
            for (int c = 0; c < before.length(); c++) {
                at = added.indexOf(before.charAt(c), at) + 1;
                assertTrue(at > 0, "seed " + (seed + i));
            }
            assertTrue(draft.added().contains("license"), "seed " + (seed + i));
            assertEquals(before.getBytes(StandardCharsets.UTF_8).length,
                    Files.size(folder.resolve("okh.toml")), "drafting writes nothing");
        }
    }
}
