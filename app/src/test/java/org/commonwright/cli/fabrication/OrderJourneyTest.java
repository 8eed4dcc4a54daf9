package org.commonwright.cli.fabrication;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.commonwright.model.ContentId;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// From an order to the accounts, on the command line, by two people.
@Execution(ExecutionMode.CONCURRENT)
class OrderJourneyTest {
    private static final String NC = "G21 G90\nG0 X0 Y0 Z5\nM3 S8000\nG1 X40 F3000\nG1 Y20\nM5\nM2\n";

    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void village() {
        try (GitRepository home = GitRepository.initBare(folder.resolve("home.git"))) {
            Repos.commit(home, "main",
                    Map.of("okh.toml", "okhv = \"2.4\"\nname = \"Rover\"\nlicense = \"PPL\"\n", "bom.csv",
                            "Part,Kind,Quantity,Unit,File,Process,Material,Module\n"
                                    + "deck,make,1,pcs,fabrication/deck.nc,mill,birch,\nfelt,make,1,pcs,,hand,,\n"
                                    + "wheel,module,2,pcs,,,,modules/wheel\n",
                            "fabrication/deck.nc", NC, "modules/wheel/okh.toml",
                            "okhv = \"2.4\"\nname = \"Wheel\"\nlicense = \"CERN-OHL-P-2.0\"\n",
                            "modules/wheel/bom.csv",
                            "Part,Kind,Quantity,File,Process,Material\nrim,make,1,rim.nc,mill,birch\n",
                            "modules/wheel/rim.nc", NC));
        }
        for (String name : List.of("ana", "bo")) {
            GitRepository.cloneFrom(folder.resolve("home.git").toString(), folder.resolve(name), Progress.NONE).close();
        }
    }

    @Test
    void anOrderBecomesParts() throws IOException {
        assertEquals(Cli.DONE, ana("order", "plan", dir("ana"), "-n", "3", "--json"), err.toString());
        JsonNode plan = json();
        assertEquals(List.of("deck 3", "rim 6"), List.of(
                plan.path("jobs").get(0).path("part").asText() + " " + plan.path("jobs").get(0).path("quantity"),
                plan.path("jobs").get(1).path("part").asText() + " " + plan.path("jobs").get(1).path("quantity")));
        assertEquals("fabrication.plan-by-hand", plan.path("problems").get(0).path("code").asText());

        assertEquals(Cli.DONE, ana("order", "place", dir("ana"), "--module", "modules/wheel", "--json"),
                err.toString());
        JsonNode order = json();
        assertEquals("order.placed", order.path("kind").asText());
        assertEquals("free", order.path("body").path("licence").path("verdict").asText());
        assertEquals(1, order.path("jobs").size());
        String job = order.path("jobs").get(0).path("body").path("job").asText().substring(0, 6);

        assertEquals(Cli.DONE, bo("workshop", "match", sync(job), "--in", dir("bo")));
        assertTrue(out().contains("practice-printer cannot: The job needs cnc-milling; the machine does"), out());
        assertEquals(Cli.DONE, bo("job", "claim", job, "--in", dir("bo"), "--json"), err.toString());
        assertEquals("job.claimed", json().path("kind").asText());
        assertEquals(Cli.NO, ana("job", "claim", job, "--in", dir("ana")));
        assertEquals(Cli.NO, ana("job", "log", job, "--in", dir("ana")));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("No run of job " + job), err.toString());
        assertEquals(Cli.NO, ana("job", "claim", job, "--in", dir("ana")));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("Practice workshop claimed job " + job));

        assertEquals(Cli.DONE, bo("job", "run", job, "--in", dir("bo"), "--port", "virtual:grbl?speed=0", "--json"),
                err.toString());
        JsonNode ended = json();
        assertEquals("completed", ended.path("body").path("outcome").asText());
        assertEquals(2, ended.path("events").size());

        assertEquals(Cli.DONE, ana("job", "list", dir("ana"), "--json"));
        JsonNode listed = json().path("jobs").get(0);
        assertEquals("done", listed.path("status").asText());
        assertEquals(1, listed.path("made").asInt());
        assertEquals(Cli.DONE, ana("job", "log", job, "--in", dir("ana"), "--json"), err.toString());
        JsonNode log = json();
        assertEquals("1.1 completed true", log.path("run").asText() + " " + log.path("outcome").asText() + " "
                + log.path("here").asText());
        assertTrue(log.path("text").asText().startsWith("commonwright-run-log 1\n"), out());
        assertEquals(Cli.DONE, ana("job", "log", job, "--in", dir("ana")));
        assertEquals(log.path("text").asText(), out());
        Path file = folder.resolve("run.log");
        assertEquals(Cli.DONE, ana("job", "log", job, "--in", dir("ana"), "--run", "1.1", "-o", file.toString()));
        assertEquals(log.path("sha256").asText(), ContentId.of(file).hex());
        assertEquals(Cli.BAD_INPUT, ana("job", "log", job, "--in", dir("ana"), "--run", "2.1"));
        assertEquals(Cli.DONE, ana("accounts", dir("ana"), "--json"));
        JsonNode line = json().path("agents").get(0).path("lines").get(0);
        assertEquals("produce rim 1 pcs", line.path("action").asText() + " " + line.path("resource").asText() + " "
                + line.path("quantity").asText() + " " + line.path("unit").asText());
        assertEquals(Cli.DONE, ana("record", "verify", dir("ana")));

        assertEquals(Cli.DONE, ana("job", "scrap", job, "--in", dir("ana"), "--reason", "bent", "--json"),
                err.toString());
        assertEquals(Cli.DONE, ana("accounts", dir("ana"), "--json"));
        assertEquals("use", json().path("agents").get(0).path("lines").get(0).path("action").asText(),
                "what is scrap was not produced");
        assertEquals("accounting.event-scrapped", json().path("set_aside").get(0).path("code").asText());
    }

    /// What has been placed reaches Bo when he lists.
    private String sync(String job) {
        assertEquals(Cli.DONE, bo("job", "list", dir("bo")));
        assertTrue(out().contains(job + " ") || out().contains(job), out());
        return job;
    }

    @Test
    void theLicenceComesFirst() throws IOException {
        String[] firm = {"order", "place", dir("ana"), "--as", "firm", "--use", "sell", "--json"};
        assertEquals(Cli.NO, ana(firm));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("The licence asks a fee for this use"),
                err.toString());
        assertTrue(out().contains("\"error\"") && out().contains("\"fabrication.order-"), this::out);
        assertEquals(Cli.DONE, ana("licence", "check", dir("ana"), "--as", "firm", "--use", "sell", "--json"));
        JsonNode verdict = json();
        assertEquals("fee", verdict.path("verdict").asText());
        assertEquals("PPL §4(d), §4(f)", verdict.path("clause").asText());
        assertEquals("free", verdict.path("modules").get(1).path("verdict").asText());
        assertEquals("Information, not legal advice.", verdict.path("notice").asText());
        assertEquals(Cli.NO,
                ana("licence", "check", dir("ana"), "--use", "sell", "--contributor", "--grant", "expired"));
        assertEquals(Cli.NO, ana("licence", "explain", "House-1.0"));
        assertEquals(Cli.BAD_INPUT, ana("licence", "explain", "MIT", "--as", "robot"));
    }

    @Test
    void badInputIsSaidInOneSentence() throws IOException {
        assertEquals(Cli.BAD_INPUT, ana("order", "place", folder.resolve("none").toString()));
        assertEquals(Cli.BAD_INPUT, ana("order", "plan", dir("ana"), "--module", "modules/none"));
        assertEquals(Cli.BAD_INPUT, ana("order", "plan", dir("ana"), "-n", "0"));
        assertEquals(Cli.BAD_INPUT, ana("order", "place", dir("ana"), "--due", "soon"));
        assertEquals(Cli.BAD_INPUT, ana("job", "run", "abc", "--in", dir("ana")));
        Files.createDirectories(folder.resolve("ana-home/config"));
        Files.writeString(folder.resolve("ana-home/config/workshop.toml"), "format = 7\n");
        assertEquals(Cli.BAD_INPUT, ana("workshop", "show"));
        assertTrue(err.toString(StandardCharsets.UTF_8).lines().count() == 1, err.toString());
    }

    private String dir(String name) {
        return folder.resolve(name).toString();
    }

    private int ana(String... arguments) {
        return run("ana", arguments);
    }

    private int bo(String... arguments) {
        return run("bo", arguments);
    }

    private int run(String who, String... arguments) {
        out.reset();
        err.reset();
        return new Cli(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), new Messages(Locale.UK),
                AppFolders.under(folder.resolve(who + "-home"))).run(List.of(arguments));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }
}
