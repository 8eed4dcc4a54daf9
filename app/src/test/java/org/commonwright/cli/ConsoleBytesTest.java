package org.commonwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;

class ConsoleBytesTest {
    private static String shown(String text, String encoding) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(ConsoleBytes.on(bytes, encoding), true, StandardCharsets.UTF_8);
        out.print(text);
        out.flush();
        return bytes.toString(Charset.forName(encoding));
    }

    @Test
    void aWindowsConsoleShowsFrench() {
        String said = "Donnée\u202f: 1\u202f000\u00a0€, l’œuvre « été » … × 2 → 3 █░ 機";
        assertEquals("Donnée\u00a0: 1\u00a0000\u00a0EUR, l'oeuvre « été » ... × 2 -> 3 █░ ?", shown(said, "IBM850"));
        assertEquals("Donnée\u00a0: 1\u00a0000\u00a0€, l’œuvre « été » … × 2 -> 3 #. ?", shown(said, "windows-1252"));
        assertEquals("Donn?e : 1 000 EUR, l'oeuvre \"?\" ...", shown("Donnée\u202f: 1\u202f000\u00a0€, l’œuvre «é» …",
                "US-ASCII"));
        assertEquals(said, shown(said, "UTF-8"));
    }

    @Test
    void whatIsUtf8OrUnknownIsLeftAlone() {
        var to = new ByteArrayOutputStream();
        for (String encoding : List.of("UTF-8", "", "no-such-set")) {
            assertSame(to, ConsoleBytes.on(to, encoding));
        }
    }

    @Test
    void charactersThatComeInPiecesArePutTogether() throws IOException {
        long seed = Seed.chosen();
        var random = new Random(seed);
        String said = "l’été\u202f: 𝄞 — « œ » ".repeat(20);
        var whole = new ByteArrayOutputStream();
        try (OutputStream out = ConsoleBytes.on(whole, "windows-1252")) {
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length;) {
                int n = Math.min(bytes.length - i, random.nextInt(5));
                out.write(bytes, i, n);
                i += n;
            }
        }
        assertEquals("l’été\u00a0: ? — « œ » ".repeat(20), whole.toString(Charset.forName("windows-1252")),
                () -> "seed " + seed);
    }

    @Test
    void theHelpAndARefusalOfTheProgramAreShownSo() {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(ConsoleBytes.on(bytes, "IBM850"), true, StandardCharsets.UTF_8);
        var cli = new Cli(out, out, new Messages(Locale.FRENCH), AppFolders.under(java.nio.file.Path.of("none")));
        assertEquals(Cli.DONE, cli.run(List.of("mesh", "--help")));
        assertEquals(Cli.BAD_INPUT, cli.run(List.of("mesh")));
        String said = bytes.toString(Charset.forName("IBM850"));
        assertEquals(true, said.startsWith("Utilisation\u00a0: ") && said.contains("Dites ce qu'il faut faire\u00a0: "),
                said);
        assertEquals(-1, said.indexOf('?'), said);
    }
}
