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
import java.util.Optional;
import org.commonwright.cli.Cli;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BomAddCommandTest {
    private static final String LAMP = "Quantity;Part;Module;Supplier note\n1;shade;;\n1;arm;modules/arm;\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private AppFolders folders;
    private Path lamp;
    private Path driver;

    @BeforeEach
    void twoDesigns() throws IOException {
        folders = AppFolders.under(folder.resolve("home"));
        lamp = folders.workspace().resolve("lamp");
        GitRepository.init(lamp).close();
        write(lamp, "bom.csv", LAMP);
        write(lamp, "modules/arm/bom.csv", "Part,Quantity,File\nrod,2,rod.stl\n");
        write(lamp, "modules/arm/rod.stl", "solid");
        write(lamp, "modules/foot/bom.csv", "Part,Quantity\nplate,1\n");
        driver = folders.workspace().resolve("driver");
        try (GitRepository repository = GitRepository.init(driver)) {
            write(driver, "bom.csv", "Part,Quantity,Unit,MPN,Supplier note,Colour,File\n"
                    + "board,1,,PCB-1,ask Ada,green,board.stl\nwire,0.5,m,,,,\nfuse,2,,F-1,,,\n");
            write(driver, "modules/box/bom.csv", "Part,Quantity\nlid,1\n");
            repository.workTree().commit("begin", Repos.ADA, Repos.NOON,
                    List.of(new RepoPath("bom.csv"), new RepoPath("modules/box/bom.csv")), Optional.empty());
        }
    }

    private static void write(Path design, String name, String text) throws IOException {
        Files.createDirectories(design.resolve(name).getParent());
        Files.writeString(design.resolve(name), text);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new Cli(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), new Messages(Locale.UK), folders)
                .run(List.of(arguments));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private String list() {
        return lamp.resolve("bom.csv").toString();
    }

    @Test
    void aModuleOfThisDesignIsOneLine() throws IOException {
        assertEquals(Cli.DONE,
                run("bom", "add", list(), "--module", lamp.resolve("modules/foot").toString(), "--json"));
        assertEquals(LAMP + "1;foot;modules/foot;\n", Files.readString(lamp.resolve("bom.csv")));
        assertEquals("[]", json().path("pins").toString());
        assertFalse(Files.exists(lamp.resolve("commons.lock")));
        assertEquals(Cli.DONE, run("bom", "add", lamp.resolve("modules/foot/bom.csv").toString(), "--module",
                lamp.resolve("modules/arm").toString()));
        assertEquals("Part,Quantity,Module\nplate,1,\narm,1,../arm\n",
                Files.readString(lamp.resolve("modules/foot/bom.csv")));
    }

    @Test
    void aModuleOfAnotherRepositoryIsPinned() throws IOException {
        assertEquals(Cli.DONE,
                run("bom", "add", list(), "--module", driver.resolve("modules/box").toString(), "--json"));
        assertTrue(Files.readString(lamp.resolve("bom.csv")).endsWith("1;box;@box;\n"));
        assertEquals("driver", json().path("pins").path(0).path("repository").asText());
        assertEquals(Cli.DONE, run("design", "pins", lamp.toString(), "--json"));
        assertEquals("modules/box", json().path("pins").path(0).path("path").asText());
        assertEquals(4, json().path("pins").path(0).path("uses").path(0).path("row").asInt());
        assertEquals(Cli.DONE, run("bom", "rollup", lamp.toString(), "--json"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"lid\""), out.toString());
        assertEquals(Cli.DONE,
                run("bom", "add", list(), "--module", driver.resolve("modules/box").toString(), "--json"));
        assertEquals("[]", json().path("pins").toString(), "it is pinned already");
        assertEquals(Cli.DONE, run("design", "unpin", lamp.toString(), "box", "--json"));
        assertEquals(Cli.BAD_INPUT, run("design", "unpin", lamp.toString(), "box"));
    }

    @Test
    void partsOfAnotherDesignComeByMeaning() throws IOException {
        assertEquals(Cli.DONE, run("bom", "add", list(), "--from", driver.toString(), "board", "3", "--json"));
        assertEquals("Quantity;Part;Module;Supplier note;Kind;Unit;MPN\n1;shade;;;;;\n1;arm;modules/arm;;;;\n"
                + "1;board;;ask Ada;make;pcs;PCB-1\n0.5;wire;;;standard;m;\n",
                Files.readString(lamp.resolve("bom.csv")));
        assertEquals("[\"Colour\",\"File\"]", json().path("left_out").toString());
        assertEquals(Cli.BAD_INPUT, run("bom", "add", list(), "--from", driver.toString(), "bulb"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("lists no part bulb"), err.toString());
        assertEquals(Cli.DONE, run("bom", "add", list(), "--from", driver + ":modules/box"));
        assertTrue(Files.readString(lamp.resolve("bom.csv")).contains("lid"));
    }

    @Test
    void filesOfTheSameDesignKeepTheirPlace() throws IOException {
        assertEquals(Cli.DONE,
                run("bom", "add", lamp.resolve("modules/foot/bom.csv").toString(), "--from", lamp + ":modules/arm"));
        assertEquals("Part,Quantity,File\nplate,1,\nrod,2,../arm/rod.stl\n",
                Files.readString(lamp.resolve("modules/foot/bom.csv")));
    }

    @Test
    void whatWouldContainItselfIsRefused() throws IOException {
        assertEquals(Cli.BAD_INPUT, run("bom", "add", list(), "--module", lamp.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("would contain each other"), err.toString());
        assertEquals(Cli.BAD_INPUT, run("bom", "add", lamp.resolve("modules/arm/bom.csv").toString(), "--module",
                lamp.resolve("modules/arm").toString()));
        assertEquals(Cli.BAD_INPUT, run("bom", "add", lamp.resolve("modules/arm/bom.csv").toString(), "--from",
                lamp.toString(), "arm"));
        assertEquals(LAMP, Files.readString(lamp.resolve("bom.csv")));
        assertEquals(Cli.BAD_INPUT, run("bom", "add", list()));
        assertEquals(Cli.BAD_INPUT, run("bom", "add", list(), "--module", "x", "--from", "y"));
    }

    @Test
    void aModuleThatNoCommitHasIsNotPinned() throws IOException {
        write(driver, "modules/new/bom.csv", "Part,Quantity\nx,1\n");
        assertEquals(Cli.BAD_INPUT, run("bom", "add", list(), "--module", driver.resolve("modules/new").toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no commit"), err.toString());
        assertEquals(LAMP, Files.readString(lamp.resolve("bom.csv")));
    }
}
