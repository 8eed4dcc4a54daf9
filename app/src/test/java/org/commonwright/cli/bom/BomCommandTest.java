package org.commonwright.cli.bom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonwright.cli.Cli;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class BomCommandTest {
    private static final String PLOTTER = "Part,Quantity,Module\nrail,2,\nlift,2,modules/lift\n";
    private static final String LIFT = "Part,Quantity\nscrew,3\n";
    private static final String OFFERS = "Part,Unit Price,Currency\nrail,7.00,EUR\nscrew,0.10,EUR\n";

    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void keepsWhatAPersonSaysAboutColumns() throws IOException {
        Path file = write("m.csv", "Was,Wieviel,Part\nrod,3 m,x\n");
        assertEquals(Cli.DONE,
                run("bom", "map", file.toString(), "--set", "Was=Part", "--set", "Wieviel=Quantity", "--set",
                        "Part=", "--json"));
        assertEquals("rod", json().path("lines").path(0).path("part").asText());
        assertEquals("Quantity", json().path("said").path(1).path("field").asText());
        assertEquals(Cli.DONE, run("bom", "read", file.toString(), "--json"));
        assertEquals("m", json().path("lines").path(0).path("unit").asText());
        assertEquals(Cli.BAD_INPUT, run("bom", "map", file.toString(), "--set", "Wer=Part"));
        assertEquals(Cli.BAD_INPUT, run("bom", "map", file.toString(), "--set", "Was=Price"));
        assertEquals(Cli.DONE, run("bom", "map", file.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("Was → Part"), out.toString());
        assertEquals(Cli.DONE, run("bom", "map", file.toString(), "--clear"));
        assertFalse(Files.exists(folder.resolve("m.csv.columns.toml")));
    }

    @Test
    void aPersonSeesAndChoosesWhichListCounts() throws IOException {
        write("bom.csv", "Part,Quantity\nrail,2\n");
        Path parts = write("parts.csv", "Part,Quantity\nrod,5\n");
        Path more = write("more.csv", "Part,Quantity\nnut,1\n");
        assertEquals(Cli.DONE, run("bom", "use", folder.toString(), "--json"));
        assertEquals("name", json().path("rule").asText());
        assertEquals("", json().path("written").asText());
        assertEquals(3, json().path("files").size());
        assertEquals(Cli.DONE, run("bom", "use", parts.toString(), "--json"));
        assertEquals("chosen", json().path("rule").asText());
        assertEquals("parts.csv", json().path("lists").path(0).asText());
        assertEquals("bom.lists.toml", json().path("written").asText());
        assertEquals(Cli.DONE, run("bom", "rollup", folder.toString(), "--json"));
        assertEquals("rod", json().path("lines").path(0).path("part").asText());
        assertEquals(Cli.DONE, run("bom", "use", parts.toString(), more.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("parts.csv, more.csv count and add up"),
                out.toString());
        assertEquals(Cli.DONE, run("bom", "use", folder.toString(), "--none"));
        assertEquals(Cli.DONE, run("bom", "use", folder.toString(), "--forget", "--json"));
        assertEquals("name", json().path("rule").asText());
        assertFalse(Files.exists(folder.resolve("bom.lists.toml")));
        assertEquals(Cli.BAD_INPUT, run("bom", "use", parts.toString(), "--none"));
        assertEquals(Cli.BAD_INPUT, run("bom", "use", folder.resolve("none.csv").toString()));
        assertEquals(Cli.BAD_INPUT,
                run("bom", "use", parts.toString(), folder.getParent().resolve("x.csv").toString()));
    }

    @Test
    void offersAreAddedAndBegun() throws IOException {
        write("bom.csv", "Part,Quantity\nrail,2\nscrew,4\n");
        Path offers = folder.resolve("offers.csv");
        assertEquals(Cli.DONE, run("bom", "offer", folder.toString(), "--start", "--dry-run", "--json"));
        assertEquals(2, json().path("to_complete").size());
        assertFalse(Files.exists(offers));
        assertEquals(Cli.DONE, run("bom", "offer", folder.toString(), "--start", "--json"));
        assertTrue(json().path("created").asBoolean());
        assertEquals(Cli.DONE, run("bom", "offer", folder.toString(), "rail", "--price", "14.50", "--price",
                "10=12.90", "--currency", "eur", "--supplier", "Shop"));
        assertTrue(Files.readString(offers).contains("\nrail,Shop,,,,14.50,EUR,,,,\nscrew,,"),
                Files.readString(offers));
        assertTrue(Files.readString(offers).endsWith("rail,Shop,,10,,12.90,EUR,,,,\n"));
        assertEquals(Cli.DONE, run("bom", "rollup", folder.toString(), "--json"));
        assertEquals(29, json().path("lines").path(0).path("cost").path("amount").asDouble());
        String before = Files.readString(offers);
        assertEquals(Cli.BAD_INPUT,
                run("bom", "offer", folder.toString(), "rail", "--price", "1,000", "--currency", "EUR"));
        assertEquals(Cli.BAD_INPUT, run("bom", "offer", folder.toString(), "rail"));
        assertEquals(Cli.BAD_INPUT, run("bom", "offer", folder.toString(), "--start"));
        assertEquals(before, Files.readString(offers));
    }

    @Test
    void replacesInPlaceAndLeavesEveryOtherByte() throws IOException {
        String before = "Part , Notes\r\n# about M3\r\nscrew M3,\"M3, short\"\nnut m3,\nrod,M4";
        Path file = write("r.csv", before);
        assertEquals(Cli.DONE, run("bom", "replace", file.toString(), "m3", "M3x10", "--dry-run", "--json"));
        assertEquals(3, json().path("changed").asInt());
        assertEquals(before, Files.readString(file));
        assertEquals(Cli.DONE,
                run("bom", "replace", file.toString(), "M3", "M4", "--case", "--column", "part", "--json"));
        assertEquals(1, json().path("changed").asInt());
        assertEquals("Part", json().path("cells").path(0).path("column").asText());
        assertEquals(3, json().path("cells").path(0).path("row").asInt());
        assertEquals(before.replace("screw M3,", "screw M4,"), Files.readString(file));
        assertEquals(Cli.DONE, run("bom", "replace", file.toString(), "", "?", "--whole", "--column", "Notes"));
        assertTrue(Files.readString(file).contains("nut m3,?\n"));
        assertEquals(Cli.BAD_INPUT, run("bom", "replace", file.toString(), "a", "b", "--column", "Price"));
        assertEquals(Cli.BAD_INPUT,
                run("bom", "replace", write("x.md", "| Part | Qty |\n|---|---|\n| a | 1 |\n").toString(), "a", "b"));
    }

    @Test
    void columnsAreAddedRenamedAndTakenOut() throws IOException {
        Path file = write("k.csv", "Part,Qty,Old\n# note\na,1,x\nb,2,y\n");
        assertEquals(Cli.DONE, run("bom", "columns", file.toString(), "--rename", "Qty=Quantity", "--remove", "Old",
                "--add", "Notes", "--json"));
        assertEquals("Part,Quantity,Notes\n# note\na,1,\nb,2,\n", Files.readString(file));
        assertEquals("Notes", json().path("columns").path(2).asText());
        assertEquals(Cli.BAD_INPUT, run("bom", "columns", file.toString(), "--remove", "Old"));
        assertEquals("Part,Quantity,Notes\n# note\na,1,\nb,2,\n", Files.readString(file));
    }

    @Test
    void tellsCopiesThatAConflictLeft() throws IOException {
        Path file = write("c.csv", "Part,Quantity\na,1\n");
        write("c (conflicted copy 2024-03-01).csv", "Part,Quantity\na,2\n");
        assertEquals(Cli.DONE, run("bom", "read", file.toString(), "--json"));
        assertEquals("bom.conflicted-copy", json().path("problems").path(0).path("code").asText());
    }

    @Test
    void readsAFile() throws IOException {
        Path file = write("b.csv", "Ref,Qty,MPN\n\"C1, C2\",2,GRM188\nTotal,2,\n");
        assertEquals(Cli.DONE, run("bom", "read", file.toString(), "--json"));
        JsonNode json = json();
        assertEquals("UTF-8", json.path("encoding").asText());
        assertEquals(2, json.path("rows").asInt());
        JsonNode line = json.path("lines").path(0);
        assertEquals("{\"row\":2,\"part\":\"GRM188\",\"kind\":\"buy\",\"quantity\":2,\"unit\":\"pcs\","
                + "\"references\":[\"C1\",\"C2\"],\"manufacturer\":\"\",\"mpn\":\"GRM188\",\"description\":\"\","
                + "\"alternates\":[],\"files\":[],\"process\":\"\",\"material\":\"\",\"module\":\"\",\"notes\":\"\","
                + "\"fitted\":true,\"attributes\":{}}", line.toString());
        assertEquals("bom.skipped-summary", json.path("skipped").path(0).path("code").asText());
        assertEquals(Cli.DONE, run("bom", "read", file.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("1 line read, 1 row set aside"), out.toString());
        assertEquals(Cli.BAD_INPUT, run("bom", "read", folder.resolve("none.csv").toString()));
        assertEquals(Cli.BAD_INPUT, run("bom", "read", write("x.ods", "PK\u0003\u0004").toString(), "--json"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("cannot be read as a workbook"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"error\""), out::toString);
    }

    @Test
    void convertsANetlistToOneLinePerPart() throws IOException {
        Path file = write("n.xml", "<export><components><comp ref=\"R1\"><value>1k</value></comp>"
                + "<comp ref=\"R2\"><value>1k</value></comp><comp ref=\"C1\"><value>1u</value></comp></components></export>");
        Path to = folder.resolve("bom.csv");
        assertEquals(Cli.DONE, run("bom", "convert", file.toString(), "-o", to.toString()));
        assertEquals("1k,standard,2,pcs,,,,R1 R2,,,,,,", Files.readAllLines(to).get(1));
        assertEquals(Cli.DONE, run("bom", "diff", file.toString(), to.toString(), "--json"));
        assertEquals("[][][]", json().path("added").toString() + json().path("removed") + json().path("changed"));
    }

    @Test
    void rollsADesignUp() throws IOException {
        write("d/bom.csv", PLOTTER + "=gone,1,\n");
        write("d/offers.csv", OFFERS);
        write("d/modules/lift/bom.csv", LIFT);
        Path csv = folder.resolve("parts.csv");
        assertEquals(Cli.DONE,
                run("bom", "rollup", folder.resolve("d").toString(), "--quantity", "5", "--json", "--csv",
                        csv.toString()));
        JsonNode json = json();
        assertEquals("{\"amount\":73.0,\"currency\":\"EUR\"}", json.path("cost").toString());
        assertFalse(json.path("complete").asBoolean());
        assertEquals("=gone", json.path("missing").path(0).path("part").asText());
        JsonNode screw = json.path("lines").path(2);
        assertEquals("screw 30", screw.path("part").asText() + " " + screw.path("quantity").asInt());
        assertEquals("modules/lift", screw.path("sources").path(0).path("module").asText());
        assertTrue(Files.readString(csv).contains("\r\n'=gone,standard,5,pcs"), Files.readString(csv));
        assertEquals(Cli.DONE, run("bom", "rollup", folder.resolve("d").toString(), "--quantity", "5"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("Cost of 5: from €73.00 to unknown, without 1 part"),
                out.toString());
        assertEquals(Cli.BAD_INPUT, run("bom", "rollup", folder.resolve("d").toString(), "--quantity", "-5"));
        assertEquals(Cli.BAD_INPUT, run("bom", "rollup", folder.resolve("d").toString(), "--currency", "euro"));
    }

    @Test
    void comparesTwoCommits() throws IOException {
        Path design = folder.resolve("design");
        try (var repository = GitRepository.init(design)) {
            var first = Repos.commit(repository, Map.of("bom.csv", PLOTTER, "modules/lift/bom.csv", LIFT, "offers.csv",
                    OFFERS));
            var second = Repos.commit(repository, Map.of("bom.csv", PLOTTER + "belt,1,\n", "modules/lift/bom.csv",
                    LIFT.replace("3", "4"), "offers.csv", OFFERS), first);
            assertEquals(Cli.DONE, run("bom", "diff", design.toString(), first.hex(), second.hex(), "--json"));
        }
        JsonNode json = json();
        assertEquals("belt", json.path("added").path(0).path("part").asText());
        assertEquals("{\"part\":\"screw\",\"module\":\"modules/lift\",\"cell\":\"Quantity\",\"before\":\"3\","
                + "\"after\":\"4\",\"row\":2}", json.path("changed").path(0).toString());
        assertEquals("{\"before\":{\"amount\":14.6,\"currency\":\"EUR\"},\"after\":{\"amount\":14.8,"
                + "\"currency\":\"EUR\"}}", json.path("cost").toString());
    }

    @Test
    void mergesAsGitAsksOfADriver() throws IOException {
        Path base = write("base", "Part,Quantity\r\nrail,2\r\nnut,4");
        Path ours = write("ours", "Part,Quantity\r\nrail,3\r\nnut,4");
        Path theirs = write("theirs", "Part,Quantity\r\nrail,2\r\nnut,5");
        assertEquals(Cli.DONE, run("bom", "merge", base.toString(), ours.toString(), theirs.toString()));
        assertEquals("Part,Quantity\r\nrail,3\r\nnut,5", Files.readString(ours));
        Path other = write("other", "Part,Quantity\r\nrail,4\r\nnut,4");
        Path to = folder.resolve("to.csv");
        assertEquals(Cli.NO,
                run("bom", "merge", base.toString(), ours.toString(), other.toString(), "-o", to.toString(),
                        "--json"));
        assertEquals(
                "{\"part\":\"rail\",\"cell\":\"Quantity\",\"base\":\"2\",\"ours\":\"3\",\"theirs\":\"4\",\"row\":2}",
                json().path("conflicts").path(0).toString());
        assertEquals("Part,Quantity\r\nrail,3\r\nnut,5", Files.readString(to));
        assertEquals(Cli.NO, run("bom", "merge", write("empty", "").toString(), ours.toString(), other.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("conflict: rail, Quantity: before not there"),
                out.toString());
    }

    @Test
    void comparesAndMergesWithWhatWasSaidAboutColumns() throws IOException {
        String said = "version = 1\n[columns]\n\"Was\" = \"Part\"\n\"Wieviel\" = \"Quantity\"\n\"Part\" = \"\"\n";
        Path a = write("a.csv", "Was,Wieviel,Part\nrod,3,x\nnut,4,x\n");
        Path b = write("b.csv", "Part,Was,Wieviel\nx,nut,5\nx,rod,3\n");
        write("a.csv.columns.toml", said);
        assertEquals(Cli.DONE, run("bom", "diff", a.toString(), b.toString(), "--json"));
        assertEquals("[][]", json().path("added").toString() + json().path("removed"));
        assertEquals("nut Wieviel 4 5", changed(json().path("changed")));
        Path base = write("base", "Was,Wieviel,Part\nrod,3,x\nnut,4,x\n");
        Path ours = write("ours", "Was,Wieviel,Part\nrod,3,x\nnut,4,y\n");
        Path theirs = write("theirs", "Was,Wieviel,Part\nnut,5,x\nrod,3,x\n");
        assertEquals(Cli.DONE, run("bom", "merge", base.toString(), ours.toString(), theirs.toString(), "--path",
                a.toString()));
        assertEquals("Was,Wieviel,Part\nrod,3,x\nnut,5,y\n", Files.readString(ours));
    }

    private static String changed(JsonNode changed) {
        assertEquals(1, changed.size(), changed.toString());
        JsonNode one = changed.path(0);
        return one.path("part").asText() + " " + one.path("cell").asText() + " " + one.path("before").asText() + " "
                + one.path("after").asText();
    }

    @Test
    void comparesEveryFormatAndSaysHowToMergeIt() throws IOException {
        Path md = write("a.md", "# Parts\n\n| Part | Quantity |\n|---|---|\n| rod | 3 |\n| nut | 4 |\n");
        Path list = write("b.txt", "Parts\n\n  3 x rod\n  5 x nut\n");
        Path csv = write("c.csv", "Part,Quantity\nrod,3\nnut,6\n");
        assertEquals(Cli.DONE, run("bom", "diff", md.toString(), list.toString(), "--json"));
        assertEquals("nut Quantity 4 5", changed(json().path("changed")));
        assertEquals(Cli.DONE, run("bom", "diff", md.toString(), csv.toString(), "--json"));
        assertEquals("nut Quantity 4 6", changed(json().path("changed")));
        String before = Files.readString(list);
        assertEquals(Cli.BAD_INPUT, run("bom", "merge", md.toString(), list.toString(), csv.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("bom convert"), err.toString());
        assertEquals(before, Files.readString(list));
        Path to = folder.resolve("merged.csv");
        assertEquals(Cli.NO, run("bom", "merge", md.toString(), list.toString(), csv.toString(), "-o", to.toString(),
                "--json"));
        assertEquals("nut Quantity 4 5 6", json().path("conflicts").path(0).path("part").asText() + " "
                + json().path("conflicts").path(0).path("cell").asText() + " "
                + json().path("conflicts").path(0).path("base").asText() + " "
                + json().path("conflicts").path(0).path("ours").asText() + " "
                + json().path("conflicts").path(0).path("theirs").asText());
        assertTrue(Files.readString(to).startsWith("Part,Kind,Quantity"), Files.readString(to));
    }

    @Test
    void commitsAreComparedWithWhatWasSaidInThem() throws IOException {
        String said = "version = 1\n[columns]\nWas = \"Part\"\nWieviel = \"Quantity\"\n";
        Path design = folder.resolve("design");
        try (var repository = GitRepository.init(design)) {
            var first = Repos.commit(repository, Map.of("bom.csv", "Was,Wieviel\nrod,3\nnut,4\n"));
            var second = Repos.commit(repository, Map.of("bom.csv", "Was,Wieviel\nnut,5\nrod,3\n",
                    "bom.csv.columns.toml", said), first);
            var third = Repos.commit(repository, Map.of("bom.csv", "Was,Wieviel\nnut,5\n", "bom.csv.columns.toml",
                    said), second);
            assertEquals(Cli.DONE, run("bom", "diff", design.toString(), first.hex(), second.hex(), "--json"));
            assertEquals("[][]", json().path("added").toString() + json().path("removed"));
            assertEquals("nut Wieviel 4 5", changed(json().path("changed")));
            assertEquals(Cli.DONE, run("bom", "diff", design.toString(), second.hex(), third.hex(), "--json"));
            assertEquals("rod", json().path("removed").path(0).path("part").asText());
            assertEquals(Cli.DONE, run("bom", "history", design.resolve("bom.csv").toString(), "--at", third.hex(),
                    "--part", "nut", "--json"));
            assertEquals(2, json().path("changes").size(), out.toString());
            assertEquals("5", json().path("changes").path(0).path("after").asText());
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var messages = new Messages(Locale.UK);
        return new Cli(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), messages, AppFolders.under(folder.resolve("home")))
                .run(List.of(arguments));
    }

    @Test
    void numbersAreWrittenPlainly() throws IOException {
        write("d/bom.csv", "Part,Quantity,Unit,Module\nrod,1000000,mm,\nm,1,,m\n");
        write("d/m/bom.csv", "Part,Quantity,Unit\nrod,2000,m\n");
        assertEquals(Cli.DONE, run("bom", "rollup", folder.resolve("d").toString(), "--json"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"quantity\" : 3000000,"), out.toString());
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }
}
