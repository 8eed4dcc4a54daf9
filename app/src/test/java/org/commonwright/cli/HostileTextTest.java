package org.commonwright.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonwright.Soon;
import org.commonwright.git.Repos;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A design of which every text is long, and made of what makes a pattern go back and forth: every command that reads designs
/// ends, in a time that people wait for.
@Execution(ExecutionMode.CONCURRENT)
class HostileTextTest {
    private static final int LENGTH = Integer.getInteger("commonwright.hostile-length", 4_000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1,", "\u0130", " ", "A1-", "[a](", "<a", "a/", "tools: "})
    void aDesignOfLongTextsIsReadInTime(String piece) throws Exception {
        String text = piece.repeat(LENGTH / piece.length()) + "x";
        String cell = "\"" + text.replace("\"", "\"\"") + "\"";
        Path design = folder.resolve("design");
        Repos.write(design, "okh.toml",
                "okhv = \"2.4\"\nname = '" + text + "'\nfunction = '" + text + "'\nlicense = '" + text
                        + "'\nrepo = '" + text + "'\nbom = '" + text + "'\nkeywords = ['" + text + "']\n");
        Repos.write(design, "bom.csv",
                "Part,Kind,Quantity,Unit,Description,Manufacturer,MPN,References,File,Material,Module,Notes\n"
                        + "rod,buy,2,,,,,,,,,\n" + (cell + ",").repeat(11) + cell + "\n" + cell + ",make,1,,"
                        + (cell + ",").repeat(7)
                        + cell + "\n" + cell + ",buy,1,," + (cell + ",").repeat(3) + "R1,,,," + cell + "\n");
        Repos.write(design, "offers.csv",
                "Part,Supplier,Price,Currency\nrod,acme,1,EUR\n" + (cell + ",").repeat(3) + cell + "\n");
        Repos.write(design, "README.md",
                "# " + text + "\n\n" + text + "\n\n- " + text + "\n\n| a | b |\n|---|---|\n| " + text + " | 2 |\n\n"
                        + "## Assembly\n\n1. " + text + "\n\nTools: " + text + "\n\nNeeds: " + text + "\n\n```\n" + text
                        + "\n```\n");
        Repos.write(design, "docs/assembly.md", "# Assembly\n\n## " + text + "\n\n" + text + "\n");
        Repos.write(design, "LICENSE", text);
        Repos.write(design, "REUSE.toml",
                "version = 1\n[[annotations]]\npath = '" + text + "'\nSPDX-License-Identifier = '" + text
                        + "'\n");
        Repos.write(design, "src/a.scad", "// " + text + "\n" + text + "\n");
        Repos.write(design, "board.sch",
                "EESchema Schematic File Version 4\n$Comp\nL x R1\nU 1 1 5C0\nAR Path=\"" + text
                        + "\" Ref=\"" + text + "\"\nF 0 \"R1\" H\nF 1 \"" + text + "\" H\nF 4 \"a\" " + text
                        + " \"b\" \u2028\n$EndComp\n");
        Repos.write(design, "board.pro", "");
        String at = design.toString();
        String out = folder.resolve("out").toString();
        for (List<String> command : List.of(List.of("design", "tree", at), List.of("design", "check", at),
                List.of("design", "report", "completeness", at, "-o", out + ".html"),
                List.of("design", "report", "durability", at, "-o", out + ".html"),
                List.of("design", "instructions", at, "-o", out + ".pdf"), List.of("design", "manifest", at),
                List.of("bom", "rollup", at), List.of("bom", "scope", at), List.of("bom", "shop", at),
                List.of("bom", "write", at, "-o", out + ".json"))) {
            Soon.done(Duration.ofMinutes(1), command + " of " + piece, () -> {
                var err = new ByteArrayOutputStream();
                long begun = System.nanoTime();
                int code = run(command, err);
                long ms = (System.nanoTime() - begun) / 1_000_000;
                if (Boolean.getBoolean("commonwright.hostile-times") && ms > 500) {
                    System.out.println(ms + " ms " + command.subList(0, 3) + " of " + piece);
                }
                String said = err.toString(StandardCharsets.UTF_8);
                assertTrue(code <= 2 && !said.contains(UNEXPECTED), () -> command + " of " + piece + ": " + said);
            });
        }
    }

    private static final String UNEXPECTED = "did not expect";

    private int run(List<String> command, ByteArrayOutputStream err) {
        return new Cli(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), new Messages(Locale.ENGLISH),
                AppFolders.of(Map.of("COMMONWRIGHT_HOME", folder.resolve("home").toString()), folder, "Linux"),
                Progress.NONE).run(command);
    }
}
