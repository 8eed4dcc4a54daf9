package org.commonwright.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonwright.cli.Cli;
import org.commonwright.cli.CliRig;
import org.commonwright.machine.macro.MacroFile;
import org.junit.jupiter.api.Test;

class MacroCommandTest extends CliRig {
    private static final String MACROS = """
            format = "commonwright-macros-1"
            [[macro]]
            name = "Park"
            about = "Goes out of the way"
            dialect = "grbl"
            lines = ["G21 G90", "G0 Z{z=5}", "G0 X{x} Y{y=0}"]
            [macro.parameter.x]
            about = "where to"
            unit = "mm"
            min = 0
            max = 300
            [[macro]]
            name = "Modes"
            lines = ["$G", "G99", "$I"]
            """;
    @Test
    void ownMacrosRunLineByLine() throws IOException {
        Path own = MacroFile.own(folders());
        assertEquals(Cli.DONE, run("machine", "macros"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("There are no macros in "), out::toString);
        Files.createDirectories(own.getParent());
        Files.writeString(own, MACROS);
        assertEquals(Cli.DONE, run("machine", "macros", "--json"));
        JsonNode park = json().path("macros").path(0);
        assertEquals("z x y", String.join(" ", park.path("parameters").findValuesAsText("name")));
        assertEquals(300, park.path("parameters").path(1).path("max").asInt());
        assertTrue(park.path("trusted").asBoolean());

        assertEquals(Cli.DONE, run("machine", "macro", "virtual:grbl?speed=0", "Park", "--set", "x=12.5", "--json"),
                err::toString);
        assertEquals(List.of("G21 G90", "G0 Z5", "G0 X12.5 Y0"), json().path("lines").findValuesAsText("line"));
        bad("has no usual value", "Park");
        bad("not in the range of x: from 0 to 300", "Park", "--set", "x=301");
        bad("cannot be the value of x", "Park", "--set", "x=1\nM3");
        bad("cannot be the value of z", "Park", "--set", "x=1", "--set", "z=1 M3");
        bad("no parameter feed", "Park", "--set", "feed=1");
        bad("no macro Nothing", "Nothing");
        // What comes behind a line that is refused is not sent.
        assertEquals(Cli.BAD_INPUT, run("machine", "macro", "virtual:grbl?speed=0", "Modes"));
        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("> $G\n< [GC:G0 ") && !said.contains("$I"), said);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("G99"), err::toString);
        assertEquals(Cli.BAD_INPUT, run("machine", "macro", "virtual:marlin?speed=0", "Park", "--set", "x=1"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("is for grbl"), err::toString);
    }

    @Test
    void whatComesWithADesignIsAskedAboutUntilItIsTrusted() throws IOException {
        Path file = Files.writeString(folder.resolve("macros.toml"), MACROS);
        String[] park = {"machine", "macro", "virtual:grbl?speed=0", "Park", "--set", "x=1", "--file",
                file.toString()};
        assertEquals(Cli.NO, run(park));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("  G0 X1 Y0\n"), out::toString);
        String[] trusting = Stream.concat(Stream.of(park), Stream.of("--trust")).toArray(String[]::new);
        assertEquals(Cli.DONE, run(trusting));
        assertEquals(Cli.DONE, run(park));
        Files.writeString(file, MACROS.replace("Z{z=5}", "Z{z=6}"));
        assertEquals(Cli.NO, run(park));
    }

    @Test
    void aFileThatIsNoneIsRefusedWithWhatIsWrong() throws IOException {
        for (String[] change : new String[][]{{"macros-1", "macros-2", "format"}, {"\"Park\"", "\"a\\u001bb\"", "name"},
                {"\"G21 G90\"", "\"G21\\nG90\"", "Park: lines[0]"}, {"\"G21 G90\"", "\"!\"", "Park: lines[0]"},
                {"\"grbl\"", "\"klipper\"", "Park: dialect"}, {"\"Modes\"", "\"Park\"", "Park"},
                {"{x}", "{x", "Park: lines[2]"}, {"[[macro]]", "[[macro", "no TOML from line"},
                {"Z{z=5}", "Z{z=5}\", \"G0 Z{z=6}", "in “Park” the place z has two usual values, 5 and 6"}}) {
            Path file = Files.writeString(folder.resolve("bad.toml"), MACROS.replace(change[0], change[1]));
            assertEquals(Cli.BAD_INPUT, run("machine", "macros", "--file", file.toString()), change[2]);
            assertTrue(err.toString(StandardCharsets.UTF_8).contains(change[2]), err::toString);
        }
        Path file = Files.writeString(folder.resolve("bad.toml"),
                "format = \"commonwright-macros-1\"\nmacro = \"x\"\n");
        assertEquals(Cli.BAD_INPUT, run("machine", "macros", "--file", file.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("macro is not as it should be"), err::toString);
    }

    private void bad(String says, String... arguments) {
        var all = new ArrayList<>(List.of("machine", "macro", "virtual:grbl?speed=0"));
        all.addAll(List.of(arguments));
        assertEquals(Cli.BAD_INPUT, run(all.toArray(String[]::new)));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(says), err::toString);
    }
}
