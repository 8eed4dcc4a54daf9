package org.commonwright.cli.bom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.cli.Cli;
import org.commonwright.cli.CliRig;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ScopeCommandTest extends CliRig {
    private static final String LIFT = "Part,Quantity,MPN,Alternates\nscrew M3x10,4,,\ncap,2,GRM-1,TDK: C16\n";
    private static final String OFFERS = "Part,Unit Price,Currency,Pack,Supplier\nscrew M3x10,0.02,EUR,100,S\n"
            + "screw M3x12,0.03,EUR,100,S\ncap,0.10,EUR,,S\n";

    @Test
    void whereAPartIsUsedOverAllDesigns() throws IOException {
        twoDesigns();
        assertEquals(Cli.DONE, run("bom", "where-used", "screw m3x10", "--json"), err::toString);
        JsonNode uses = json().path("uses");
        assertEquals(3, uses.size(), out::toString);
        assertEquals("lift bom.csv 2 4 4", use(uses.path(0)));
        assertEquals("rover bom.csv 2 10 10", use(uses.path(1)));
        assertTrue(use(uses.path(2)).matches("rover lift@[0-9a-f]+:bom.csv 2 4 8"), use(uses.path(2)));
        assertEquals(Cli.DONE, run("bom", "where-used", "C16"));
        assertTrue(out().contains("alternate of cap"), out());
        assertEquals(Cli.DONE, run("bom", "where-used", "lift", "--json"));
        assertEquals("module", json().path("uses").path(0).path("as").asText());
        assertEquals(Cli.NO, run("bom", "where-used", "unobtainium"));
        assertEquals(Cli.NO, run("bom", "where-used", "cap", "--workspace", folder.resolve("nowhere").toString()));
    }

    @Test
    void whatIsSharedAndWhatCouldBeOne() throws IOException {
        twoDesigns();
        assertEquals(Cli.DONE, run("bom", "scope", "--json"), err::toString);
        JsonNode json = json();
        assertEquals("[\"lift\",\"rover\"]", json.path("modules").path(0).path("designs").toString());
        assertEquals(List.of("cap", "screw M3x10"), json.path("parts").findValuesAsText("part"));
        JsonNode near = json.path("could_be_one").path(0);
        assertEquals("near_measure screw M3x10 screw M3x12", near.path("reason").asText() + " "
                + near.path("keep").asText() + " " + near.path("replace").asText());
        assertEquals("3.00", near.path("saved").path("amount").decimalValue().setScale(2).toString());
        JsonNode names = json.path("could_be_one").path(1);
        assertEquals("same_number cap capacitor", names.path("reason").asText() + " " + names.path("keep").asText()
                + " " + names.path("replace").asText());
        assertEquals(Cli.DONE, run("bom", "scope"));
        assertTrue(out().contains("€3.00 saved"), out());
        assertEquals(Cli.BAD_INPUT, run("bom", "scope", "--currency", "euro"));
    }

    @Test
    void anUpdateSaysWhatItChangesBeforeItDoes() throws IOException {
        Path rover = twoDesigns();
        Path lift = folder.resolve("workspace/lift");
        assertEquals(Cli.DONE, run("design", "update", rover.toString()));
        assertTrue(out().contains("Every pin"), out());
        CommitId newer;
        try (GitRepository repository = GitRepository.open(lift)) {
            newer = commit(repository, Map.of("bom.csv", LIFT.replace("M3x10,4", "M3x10,60") + "gear,1,,\n", "okh.toml",
                    "okhv = \"2.4\"\nname = \"lift\"\nlicense = \"CERN-OHL-S-2.0\"\n"));
        }
        String before = Files.readString(rover.resolve("commons.lock"));
        assertEquals(Cli.DONE, run("design", "update", rover.toString(), "--json"), err::toString);
        JsonNode json = json();
        assertFalse(json.path("applied").asBoolean());
        assertEquals(newer.hex(), json.path("pins").path(0).path("after").asText());
        assertEquals("gear", json.path("added").path(0).path("part").asText(), out::toString);
        assertEquals("60", json.path("changed").path(0).path("after").asText());
        assertEquals("CC0-1.0 CERN-OHL-S-2.0", json.path("licences").path(0).path("before").asText() + " "
                + json.path("licences").path(0).path("after").asText());
        assertEquals("2.00", money(json, "after").subtract(money(json, "before")).setScale(2).toString());
        assertEquals(1, json.path("cost").path("missing_after").asInt());
        assertEquals(before, Files.readString(rover.resolve("commons.lock")));
        assertEquals(Cli.DONE, run("design", "update", rover.toString(), "lift", "--apply"));
        assertTrue(out().contains("1 pin moved"), out());
        assertTrue(Files.readString(rover.resolve("commons.lock")).contains(newer.hex()));
        try (GitRepository repository = GitRepository.open(lift)) {
            assertTrue(repository.refs().list("refs/commonwright/pinned/").containsValue(newer));
        }
        assertEquals(Cli.DONE, run("design", "tree", rover.toString(), "--json"));
        assertEquals(0, json().path("problems").size(), out::toString);
        assertEquals(Cli.BAD_INPUT, run("design", "update", rover.toString(), "nobody"));
        assertEquals(Cli.BAD_INPUT, run("design", "update", lift.toString()));
        assertEquals(Cli.DONE, run("design", "update", rover.toString(), "--to", "v9"));
        assertTrue(out().contains("stays where it is"), out());
    }

    @Test
    void anEntryThatWasChangedByHandIsNotWrittenOver() throws IOException {
        Path rover = twoDesigns();
        assertEquals(Cli.DONE, run("design", "pin", rover.toString(), "other", "--from", "lift"));
        Path lock = rover.resolve("commons.lock");
        String edited = Files.readString(lock).replaceFirst("name = \"other\"", "name = \"another\"");
        Files.writeString(lock, edited);
        try (GitRepository repository = GitRepository.open(folder.resolve("workspace/lift"))) {
            commit(repository, Map.of("bom.csv", LIFT));
        }
        assertEquals(Cli.BAD_INPUT, run("design", "update", rover.toString(), "lift", "--apply"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("another"), err::toString);
        assertEquals(edited, Files.readString(lock));
        Files.writeString(lock, "<<<<<<< ours\n" + edited);
        assertEquals(Cli.BAD_INPUT, run("design", "update", rover.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("has errors"), err::toString);
    }

    private Path twoDesigns() throws IOException {
        Path lift = folder.resolve("workspace/lift");
        try (GitRepository repository = GitRepository.init(lift)) {
            commit(repository, Map.of("bom.csv", LIFT, "offers.csv", OFFERS, "okh.toml",
                    "okhv = \"2.4\"\nname = \"lift\"\nlicense = \"CC0-1.0\"\n"));
        }
        Path rover = folder.resolve("workspace/rover");
        Files.createDirectories(rover);
        Files.writeString(rover.resolve("bom.csv"), "Part,Quantity,MPN,Module\nscrew M3x10,10,,\nscrew M3x12,8,,\n"
                + "capacitor,1,GRM-1,\nlift,2,,@lift\n");
        Files.writeString(rover.resolve("okh.toml"), "okhv = \"2.4\"\nname = \"rover\"\n");
        GitRepository.init(rover).close();
        assertEquals(Cli.DONE, run("design", "pin", rover.toString(), "lift", "--from", "lift"), err::toString);
        return rover;
    }

    /// Also writes the files, as a checkout would.
    private static CommitId commit(GitRepository repository, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(repository.folder().resolve(file.getKey()), file.getValue());
        }
        Map<String, String> all = new HashMap<>();
        for (String name : List.of("bom.csv", "offers.csv", "okh.toml")) {
            all.put(name, Files.readString(repository.folder().resolve(name)));
        }
        String branch = repository.currentBranch().orElseThrow();
        return repository.head().isPresent()
                ? Repos.commit(repository, branch, all, repository.head().get())
                : Repos.commit(repository, branch, all);
    }

    private static BigDecimal money(JsonNode json, String when) {
        return json.path("cost").path(when).path("amount").decimalValue();
    }

    private static String use(JsonNode use) {
        return String.join(" ", use.path("design").asText(), use.path("file").asText(), use.path("row").asText(),
                use.path("quantity").asText(), use.path("total").path("quantity").asText());
    }
}
