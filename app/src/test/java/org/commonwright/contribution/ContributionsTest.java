package org.commonwright.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonwright.cli.Cli;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.pass.LineHistoryReader;
import org.commonwright.credit.Statement;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContributionsTest {
    private static final Person ADA = new Person("Ada", "ada@example.org");
    private static final Person BO = new Person("Bo", "bo@example.org");

    @TempDir
    Path home;

    private GitRepository repository;
    private int clock;

    @BeforeEach
    void init() {
        repository = GitRepository.init(home.resolve("design"));
    }

    private CommitId commit(Person who, String message, String... pathsAndTexts) throws IOException {
        List<RepoPath> paths = new ArrayList<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            Path file = repository.folder().resolve(pathsAndTexts[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, pathsAndTexts[i + 1]);
            paths.add(new RepoPath(pathsAndTexts[i]));
        }
        return repository.workTree().commit(message, who, Instant.ofEpochSecond(++clock), paths, Optional.empty());
    }

    private Contributions read(CommitId at, Question question) {
        return new ContributionReader(home.resolve("cache")).read(repository, at, question, Progress.NONE);
    }

    private static Map<String, String> lines(Contributions c) {
        Map<String, String> lines = new TreeMap<>();
        c.parts().forEach(p -> lines.put(p.person().name(), p.surviving().toString()));
        return lines;
    }

    @Test
    void linesBelongToThoseWhoWroteThem() throws IOException {
        commit(ADA, "Begin", "a.md", "one\ntwo\nthree\n", "b/c.scad", "cube();\n");
        CommitId tip = commit(BO, "Change", "a.md", "one\nzwei\nthree\nfour\n");
        Contributions c = read(tip, new Question(RepoPath.ROOT, RepoPath::parent, false));
        assertEquals(2, c.files());
        assertEquals(5, c.lines());
        assertEquals(6, c.authored());
        Part ada = c.parts().getFirst();
        assertEquals(ADA, ada.person());
        assertEquals(Rational.of(3), ada.surviving());
        assertEquals(Rational.of(4), ada.authored());
        assertEquals(Rational.of(3, 5), ada.share());
        assertEquals(600, ada.perMille());
        assertEquals(Map.of(RepoPath.ROOT, Rational.of(2), new RepoPath("b"), Rational.of(1)), ada.modules());
        assertEquals(Map.of("Ada", "1"), lines(read(tip, new Question(new RepoPath("b"), p -> p, false))));
    }

    @Test
    void coAuthorsShareExactly() throws IOException {
        CommitId tip = commit(ADA,
                "Together\n\nCo-authored-by: Bo <bo@example.org>\nCo-authored-by: Cy <cy@example.org>\n",
                "a.md", "1\n2\n3\n4\n");
        Contributions c = read(tip, Question.everything());
        assertEquals(Map.of("Ada", "4/3", "Bo", "4/3", "Cy", "4/3"), lines(c));
        assertEquals(List.of(334, 333, 333), c.parts().stream().map(Part::perMille).toList());
    }

    @Test
    void mailmapSaysWhoIsWhoAndCoAuthorsOfOneNameCountOnce() throws IOException {
        commit(new Person("ada l", "ADA@old.example.org"), "Begin", "a.md", "1\n");
        commit(ADA, "More\n\nCo-authored-by: ada l <ada@old.example.org>\n", "a.md", "1\n2\n3\n");
        CommitId tip = commit(BO, "Map", ".mailmap", "Ada <ada@example.org> <ada@old.example.org>\n");
        assertEquals(Map.of("Ada", "3", "Bo", "1"), lines(read(tip, Question.everything())));
    }

    @Test
    void programsAreShownAndFlagged() throws IOException {
        CommitId tip = commit(new Person("dependabot[bot]", "1+dependabot[bot]@users.noreply.example.org"), "Bump",
                "a.md", "1\n");
        assertTrue(read(tip, Question.everything()).parts().getFirst().bot());
    }

    @Test
    void modelsGeneratedAndVendoredFilesAreNotCounted() throws IOException {
        CommitId tip = commit(ADA, "Begin", "a.md", "1\n", "part.stl", "solid x\nendsolid\n", "job.gcode", "G0\n",
                "vendor/lib.c", "int x;\n", "package-lock.json", "{}\n", "gen/x.txt", "1\n", "bin.dat", "a\0b\n");
        assertEquals(List.of("bin.dat", "job.gcode", "package-lock.json", "part.stl", "vendor/lib.c"),
                read(tip, Question.everything()).uncounted().stream().map(RepoPath::text).toList());
        CommitId said = commit(ADA, "Say", ".gitattributes",
                "gen/* linguist-generated\nvendor/** -linguist-vendored\n*.md -diff\n");
        Contributions c = read(said, Question.everything());
        assertEquals(List.of("a.md", "bin.dat", "gen/x.txt", "job.gcode", "package-lock.json", "part.stl"),
                c.uncounted().stream().map(RepoPath::text).toList());
        assertEquals(2, c.files());
    }

    @Test
    void whatProgramsWriteOfABoardIsNotCountedUnderAnyName() throws IOException {
        String netlist = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<export version=\"D\">\n  <design>\n"
                + "    <tool>Eeschema 4.0.2-stable</tool>\n  </design>\n</export>\n";
        CommitId tip = commit(ADA, "Begin", "a.xml", "<export>\n</export>\n", "board.xml", netlist, "fp-info-cache",
                "0\n", "bom/ibom.html", "<html>\n<title>Interactive BOM for KiCAD</title>\n</html>\n", "board.b##",
                "<eagle>\n", "beside.xml", "<x/>\n", "beside.kicad_sch", "(kicad_sch)\n", "part.FCStd2", "1\n",
                "board.ses", "(session)\n", "so", "one\n");
        Contributions c = read(tip, Question.everything());
        assertEquals(
                List.of("beside.kicad_sch", "beside.xml", "board.b##", "board.ses", "board.xml", "bom/ibom.html",
                        "fp-info-cache", "part.FCStd2"),
                c.uncounted().stream().map(RepoPath::text).toList());
        assertEquals(3, c.lines());
        assertEquals(3, c.authored());
    }

    /// With a schematic beside it, with a program's beginning, or under a program's name: for one commit, in which it is edited or not.
    @Test
    void nobodyGainsAFilesLinesByMakingItAProgramsForAWhile() throws IOException {
        String netlist = "<export version=\"D\"><tool>Eeschema</tool>\n";
        commit(ADA, "Begin", "a.xml", "<a>\n1\n2\n", "b.xml", "<b>\n1\n2\n", "c.md", "x\ny\nz\n");
        commit(BO, "Disguise", "a.sch", "x\n", "a.xml", "<a>\n1\n2\n3\n", "b.xml", netlist + "<b>\n1\n2\n");
        move("c.md", "c.zip");
        CommitId hidden = move("a.sch", "other.sch");
        assertEquals(0, read(hidden, Question.everything()).lines());
        commit(BO, "Unmask", "a.xml", "<a>\n1\n2\n3\n4\n", "b.xml", "<b>\n1\n2\n3\n");
        CommitId tip = move("c.zip", "c.md");
        assertEquals(Map.of("Ada", "9", "Bo", "3"), lines(read(tip, Question.everything())));
    }

    private CommitId move(String from, String to) throws IOException {
        Files.move(repository.folder().resolve(from), repository.folder().resolve(to));
        return repository.workTree().commit("Move", BO, Instant.ofEpochSecond(9),
                List.of(new RepoPath(from), new RepoPath(to)), Optional.empty());
    }

    @Test
    void spacingBelongsToItsAuthorUnlessIgnored() throws IOException {
        commit(ADA, "Begin", "a.scad", "cube();\nsphere();\n");
        CommitId tip = commit(BO, "Indent", "a.scad", "  cube();\n  sphere();\n");
        assertEquals(Map.of("Ada", "0", "Bo", "2"), lines(read(tip, Question.everything())));
        assertEquals(Map.of("Ada", "2"), lines(read(tip, new Question(RepoPath.ROOT, p -> p, true))));
    }

    @Test
    void aMoveKeepsItsAuthors() throws IOException {
        commit(ADA, "Begin", "a.md", "one\ntwo\nthree\nfour\n");
        Files.delete(repository.folder().resolve("a.md"));
        Files.createDirectories(repository.folder().resolve("docs"));
        Files.writeString(repository.folder().resolve("docs/b.md"), "one\ntwo\nthree\nfive\n");
        CommitId tip = repository.workTree().commit("Move", BO, Instant.ofEpochSecond(9),
                List.of(new RepoPath("a.md"), new RepoPath("docs/b.md")), Optional.empty());
        assertEquals(Map.of("Ada", "3", "Bo", "1"), lines(read(tip, Question.everything())));
    }

    @Test
    void whatWasWrittenForAFileIsToldWhereItIsNow() throws IOException {
        commit(ADA, "Begin", "a.md", "one\ntwo\nthree\nfour\n");
        commit(BO, "Gone again", "docs/gone.md", "1\n2\n");
        Files.delete(repository.folder().resolve("a.md"));
        Files.delete(repository.folder().resolve("docs/gone.md"));
        Files.createDirectories(repository.folder().resolve("docs"));
        Files.writeString(repository.folder().resolve("docs/b.md"), "one\ntwo\nthree\nfive\n");
        CommitId tip = repository.workTree().commit("Move", BO, Instant.ofEpochSecond(9),
                List.of(new RepoPath("a.md"), new RepoPath("docs/b.md"), new RepoPath("docs/gone.md")),
                Optional.empty());
        Contributions docs = read(tip, new Question(new RepoPath("docs"), _ -> RepoPath.ROOT, false));
        assertEquals(List.of("Ada 3 4", "Bo 1 3"), docs.parts().stream()
                .map(part -> part.person().name() + " " + part.surviving() + " " + part.authored()).toList());
    }

    @Test
    void theCacheChangesNothing() throws IOException, InterruptedException {
        GitProgram git = GitProgram.in(repository.folder());
        git.run(new RandomHistory(11, 50).generate(80, 5, 5), "fast-import", "--quiet");
        Map<Integer, Map<RepoPath, List<Integer>>> fresh = new HashMap<>();
        for (int i : List.of(20, 40, 60, 81)) {
            CommitId at = repository.require("c" + i);
            fresh.put(i, authors(new LineHistoryReader(home.resolve("cache-" + i)), at));
        }
        var reader = new LineHistoryReader(home.resolve("cache"));
        for (int i : List.of(60, 20, 60, 81, 40, 81)) {
            assertEquals(fresh.get(i), authors(reader, repository.require("c" + i)), "c" + i);
        }
        try (var files = Files.walk(home.resolve("cache"))) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        assertEquals(fresh.get(81), authors(reader, repository.require("c81")));
    }

    @Test
    void aCacheOfWhatStoodThereBeforeIsNoHarm() throws IOException {
        read(commit(ADA, "Begin", "a.md", "1\n2\n"), Question.everything());
        repository.close();
        try (var files = Files.walk(repository.folder())) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        init();
        assertEquals(Map.of("Bo", "1"), lines(read(commit(BO, "Anew", "a.md", "1\n"), Question.everything())));
    }

    @Test
    void onlyWhatTheCommitDescendsFromCounts() throws IOException {
        CommitId first = commit(ADA, "Begin", "a.md", "1\n");
        read(commit(BO, "More", "a.md", "1\n2\n"), Question.everything());
        Contributions c = read(first, Question.everything());
        assertEquals(List.of(ADA), c.parts().stream().map(Part::person).toList());
        assertEquals(1, c.authored());
    }

    /// For each file its lines' commits, by something that unlike their numbers is the same in every reading.
    private Map<RepoPath, List<Integer>> authors(LineHistoryReader reader, CommitId at) {
        var history = reader.read(repository, at, false, Progress.NONE);
        Map<RepoPath, List<Integer>> lines = new HashMap<>();
        history.files().forEach((path, file) -> {
            List<Integer> hashes = new ArrayList<>();
            for (int commit : file.origins().expand()) {
                hashes.add(history.commits().row(commit).id().hashCode());
            }
            lines.put(path, hashes);
        });
        return lines;
    }

    @Test
    void theCommandLineSaysIt() throws IOException {
        commit(ADA, "Begin", "a.md", "1\n2\n3\n", "arm/okh.toml", "okhv = \"2.4\"\nname = \"Arm\"\n", "arm/a.scad",
                "cube();\n");
        commit(BO, "More", "a.md", "1\n2\n3\n4\n");
        JsonNode json = json("contributors", repository.folder().toString(), "--json");
        assertEquals(40, json.path("commit").asText().length());
        assertEquals(7, json.path("lines").asInt());
        JsonNode ada = json.path("contributors").path(0);
        assertEquals("ada@example.org", ada.path("email").asText());
        assertEquals(6, ada.path("lines").asInt());
        assertEquals("0.857", ada.path("share").asText());
        assertEquals("6/7", ada.path("share_exact").asText());
        assertEquals(3, ada.path("modules").path("arm").asInt());
        assertEquals(3, json("contributors", repository.folder().toString(), "--at", "HEAD~1", "--path", "a.md",
                "--json").path("lines").asInt());
        var err = new ByteArrayOutputStream();
        assertEquals(Cli.BAD_INPUT, cli(new ByteArrayOutputStream(), err, "contributors",
                repository.folder().toString(), "--path", "none"));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("There is no none in commit"), err::toString);
        assertEquals(Cli.BAD_INPUT, cli(new ByteArrayOutputStream(), err, "contributors", "statement",
                repository.folder().toString(), "--person", "ada@example.org", "--path", "arm"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("about the whole design, not about arm"),
                err::toString);
        assertEquals(0, json("contributors", "cells", repository.folder().toString(), "--json").path("cells").asInt());
        var table = new ByteArrayOutputStream();
        assertEquals(Cli.DONE, cli(table, err, "contributors", repository.folder().toString()));
        assertTrue(table.toString(StandardCharsets.UTF_8).contains("Ada <ada@example.org>          6"),
                table::toString);
        assertFalse(table.toString(StandardCharsets.UTF_8).isBlank());
    }

    @Test
    void statementsAreListedAndWorkedOutAgain() throws IOException {
        commit(ADA, "Begin", "a.md", "1\n2\n3\n");
        CommitId first = commit(BO, "More", "a.md", "1\n2\n3\n4\n");
        String design = repository.folder().toString();
        assertTrue(json("contributors", "statements", design, "--json").path("statements").isEmpty());
        String id = json("contributors", "statement", design, "--person", "ada@example.org", "--json").path("id")
                .asText();
        CommitId now = commit(BO, "Anew", "a.md", "1\n2\n5\n4\n");
        json("contributors", "statement", design, "--person", "bo@example.org", "--json");
        JsonNode list = json("contributors", "statements", design, "--json").path("statements");
        assertEquals(2, list.size());
        JsonNode old = list.path(list.path(0).path("id").asText().equals(id) ? 0 : 1);
        assertEquals(first.hex(), old.at("/statement/commit").asText());
        assertEquals("3", old.at("/statement/surviving").asText());
        assertTrue(old.path("holds").asBoolean() && !old.path("at_head").asBoolean(), old::toString);
        assertTrue(old.path("key").asText().startsWith("SHA256:"), old::toString);
        JsonNode bo = json("contributors", "statements", design, "--person", "BO@example.org", "--json")
                .path("statements");
        assertEquals(List.of(now.hex(), "true"),
                List.of(bo.at("/0/statement/commit").asText(), bo.at("/0/at_head").asText()));

        var cy = new Person("Cy", "cy@example.org");
        RecordStore theirs = RecordStore.open(repository, Identity.temporary(cy, new SecureRandom()),
                InstantSource.system());
        theirs.append(Statement.KIND, ((ObjectNode) old.path("statement")).deepCopy().put("name", "Cy")
                .put("email", "cy@example.org").put("surviving", "4"));
        theirs.append(Statement.KIND, ((ObjectNode) old.path("statement")).deepCopy().put("name", "Cy")
                .put("email", "cy@example.org").put("commit", "1".repeat(40)));
        theirs.append(Statement.KIND, old.path("statement"));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        assertEquals(Cli.NO, cli(out, err, "contributors", "statements", design));
        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("say otherwise about: surviving."), said);
        assertTrue(said.contains("could not be worked out again here: " + repository.folder() + " has no branch"),
                said);
        assertTrue(said.contains("of the commit that is checked out") && said.contains("which holds"), said);
        assertEquals(2, said.split("Cy states of").length - 1, said + err);
        out.reset();
        assertEquals(Cli.NO, cli(out, err, "contributors", "statements", design, "--json"));
        JsonNode all = new ObjectMapper().readTree(out.toByteArray());
        assertEquals("governance.other-name", all.at("/problems/0/code").asText(),
                "signed by a name that is not theirs");
        assertEquals(4, all.path("statements").size());
    }

    private JsonNode json(String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        assertEquals(Cli.DONE, cli(out, err, arguments), err::toString);
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private int cli(ByteArrayOutputStream out, ByteArrayOutputStream err, String... arguments) {
        return new Cli(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), new Messages(Locale.UK), AppFolders.under(home))
                .run(List.of(arguments));
    }
}
