package org.commonwright.cli;

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
import java.util.Random;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people type wrong, and how they ask for help.
class UsageTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Locale locale = Locale.ENGLISH;

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new Cli(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), new Messages(locale), AppFolders.under(folder))
                .run(List.of(arguments));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void helpIsThereAtEveryNounAndVerb() {
        for (List<String> command : List.of(List.of("--help"), List.of("bom", "-h"), List.of("bom", "rollup", "--help"),
                List.of("job", "run", "-h"), List.of("machine", "simulate", "--help"),
                List.of("contributors", "--help"))) {
            assertEquals(Cli.DONE, run(command.toArray(String[]::new)), command::toString);
            assertTrue(out().startsWith("Usage: commonwright"), out());
            assertEquals("", err());
        }
        locale = Locale.FRENCH;
        assertEquals(Cli.DONE, run("bom", "--help"));
        assertTrue(out().startsWith("Utilisation\u00a0: commonwright bom") && out().contains("Montre cette aide."),
                out());
    }

    @Test
    void helpForWhatIsNotThereIsRefused() throws IOException {
        for (String asked : List.of("--help", "-h")) {
            assertEquals(Cli.BAD_INPUT, run("propose", asked));
            assertTrue(err().startsWith("There is no command propose here."), err());
            assertEquals("", out());
            assertEquals(Cli.BAD_INPUT, run("review", "propos", asked));
            assertTrue(err().startsWith("There is no command propos here. Perhaps you mean: propose"), err());
            assertEquals(Cli.BAD_INPUT, run("bom", "rollup", "--quantty", asked));
            assertTrue(err().startsWith("There is no option --quantty here. Perhaps you mean: --quantity"), err());
            assertEquals("", out());
        }
        refused("cli.unknown-option", "bom", "rollup", "--quantty", "--help", "--json");
        assertEquals(Cli.DONE, run("bom", "--help", "rollup"));
    }

    @Test
    void whatIsTypedWrongIsSaidInOneSentenceOfTheLanguage() {
        assertEquals(Cli.BAD_INPUT, run("bom", "rollup", ".", "--quantty", "3"));
        assertTrue(err().startsWith("There is no option --quantty here."), err());
        assertEquals(Cli.BAD_INPUT, run("bom", "rolup"));
        assertTrue(err().startsWith("There is no command rolup here. Perhaps you mean: rollup"), err());
        assertEquals(Cli.BAD_INPUT, run("bom", "rollup"));
        assertEquals("DIR is missing, or has no value. commonwright bom rollup --help says how.", err());
        assertEquals(Cli.BAD_INPUT, run("bom", "rollup", ".", "--quantity", "many"));
        assertTrue(err().startsWith("many is no value for --quantity."), err());
        locale = Locale.FRENCH;
        assertEquals(Cli.BAD_INPUT, run("machine"));
        assertTrue(err().startsWith("Dites ce qu’il faut faire\u00a0: "), err());
        assertEquals(Cli.BAD_INPUT, run("job", "run"));
        assertTrue(err().endsWith("commonwright job run --help dit comment faire."), err());
    }

    /// docs/formats/command-line.md
    @Test
    void aRefusalIsAnObjectWhereOneWasAskedFor() throws IOException {
        refused("cli.unknown-option", "bom", "rollup", ".", "--json", "--quantty", "3");
        refused("cli.missing", "machine", "info", "--json");
        refused("files.not-read", "gcode", "info", "none.nc", "--json");
        refused("card.bad-camera", "machine", "card", "virtual:grbl", "--json", "--camera", "http://ann:hunter2@cam/x");
        refused("machine.bad-port", "machine", "info", "tcp://ann:hunter2@host:23", "--json");
        locale = Locale.FRENCH;
        refused("machine.bad-port", "machine", "run", "ann:hunter2@host", "none.nc", "--json");
        assertEquals(Cli.BAD_INPUT, run("gcode", "info", "--", "--json"));
        assertEquals("", out(), "behind -- it is the name of a file");
    }

    private void refused(String code, String... arguments) throws IOException {
        assertEquals(Cli.BAD_INPUT, run(arguments));
        assertFalse((out() + err()).contains("hunter2"), () -> out() + err());
        JsonNode said = new ObjectMapper().readTree(out());
        assertEquals(List.of("error"), said.propertyStream().map(Map.Entry::getKey).toList(), this::out);
        assertEquals(code, said.path("error").path("code").asText(), this::out);
        assertEquals(err(), said.path("error").path("message").asText());
    }

    @Test
    void aFileThatIsNotThereIsNamedOnce() {
        Path none = folder.resolve("none.nc");
        assertEquals(Cli.BAD_INPUT, run("gcode", "info", none.toString()));
        assertEquals(
                none + " could not be read (there is no such file). Check that it is there and that you may read it.",
                err());
    }

    @Test
    void problemsOfOneKindAreCountedNotAllPrinted() throws IOException {
        var random = new Random(7);
        var text = new StringBuilder("G21 G90\n");
        for (int i = 0; i < 400; i++) {
            text.append("Q").append((char) ('a' + random.nextInt(26))).append(" %%\n");
        }
        Path file = Files.writeString(folder.resolve("odd.nc"), text);
        assertEquals(Cli.DONE, run("gcode", "info", file.toString()));
        assertTrue(out().lines().count() < 40 && out().contains("more of this kind"), out());
        run("gcode", "info", file.toString(), "--json");
        assertTrue(out().lines().count() > 200, () -> "seed 7: " + out().lines().count());
    }
}
