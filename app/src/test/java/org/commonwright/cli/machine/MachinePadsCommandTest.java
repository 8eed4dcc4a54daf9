package org.commonwright.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.cli.Cli;
import org.commonwright.cli.frame.Exit;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.pad.PadButton;
import org.commonwright.machine.pad.VirtualPad;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachinePadsCommandTest {
    @TempDir
    static Path home;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private int run(String... arguments) {
        bytes.reset();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new Cli(out, out, new Messages(Locale.ENGLISH), AppFolders.under(home)).run(List.of(arguments));
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void padsAreListedWatchedAndTheirButtonsChanged() {
        try (var pad = VirtualPad.plugIn(home.resolve("cache/pads"), "Virtual\u001b[31m pad")) {
            assertEquals(Exit.DONE, run("machine", "pads", "--set", "abort=left-trigger", "--set", "home="));
            assertTrue(said().contains("[31m pad") && !said().contains("\u001b"), said());
            assertTrue(said().contains("dead-man = left-shoulder") && said().contains("abort = left-trigger")
                    && !said().contains("home ="), said());
            pad.hold(PadButton.SOUTH, true);
            pad.axis(VirtualPad.LEFT_Y, 1);
            assertEquals(Exit.DONE, run("machine", "pads", "--watch", "--seconds", "0.2", "--json"));
            assertTrue(said().contains("\"down\":[\"south\"],\"sticks\":[0.0,-1.0,0.0,0.0]"), said());
            assertEquals(Exit.DONE, run("machine", "pads", "--json"));
            assertTrue(said().contains("\"known\" : true") && said().contains("\"abort\" : \"left-trigger\""), said());
        }
        assertTrue(Files.exists(home.resolve("config/gamepad.json")));
        assertEquals(Exit.DONE, run("machine", "pads", "--reset"));
        assertFalse(said().contains("left-trigger"), said());
    }

    @Test
    void whatIsNoButtonIsSaidAndNothingIsWritten() {
        assertEquals(Exit.BAD_INPUT, run("machine", "pads", "--set", "abort=left-trigger", "--set", "fly=east"));
        assertTrue(said().contains("fly=east") && said().contains("dead-man") && said().contains("left-shoulder"),
                said());
        assertEquals(Exit.BAD_INPUT, run("machine", "pads", "--set", "hold=east"));
        assertTrue(said().contains("east") && said().contains("stop"), said());
        assertEquals(Exit.DONE, run("machine", "pads", "--json"));
        assertTrue(said().contains("\"abort\" : \"\""), said());
    }
}
