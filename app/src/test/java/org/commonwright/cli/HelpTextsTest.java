package org.commonwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine;

class HelpTextsTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private Cli cli() {
        return new Cli(out, out, new Messages(Locale.FRENCH), AppFolders.under(home));
    }

    /// The keys that a text is looked for under; one of them must be there.
    private static void collect(CommandLine command, ResourceBundle french, TreeSet<String> used,
            TreeSet<String> missing) {
        CommandSpec spec = command.getCommandSpec();
        String name = spec.qualifiedName(".");
        find(french, used, missing, List.of(name + ".usage.description"));
        for (OptionSpec option : spec.options()) {
            if (option.description().length > 0 && !option.usageHelp() && !option.versionHelp()) {
                String bare = option.longestName().replaceFirst("^-+", "");
                find(french, used, missing, List.of(name + "." + bare, bare));
            }
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            if (parameter.description().length > 0) {
                find(french, used, missing,
                        List.of(name + "." + parameter.paramLabel() + "[" + parameter.index() + "]"));
            }
        }
        command.getSubcommands().values().forEach(sub -> collect(sub, french, used, missing));
    }

    private static void find(ResourceBundle french, TreeSet<String> used, TreeSet<String> missing, List<String> keys) {
        keys.stream().filter(french::containsKey).findFirst().ifPresentOrElse(used::add,
                () -> missing.add(keys.getFirst()));
    }

    @Test
    void everyCommandOptionAndParameterIsExplainedInFrenchToo() {
        ResourceBundle french = Cli.help(Locale.FRENCH).orElseThrow();
        var used = new TreeSet<String>();
        var missing = new TreeSet<String>();
        collect(cli().commands(), french, used, missing);
        assertEquals(new TreeSet<>(), missing, "without a French text");
        assertEquals(used, new TreeSet<>(french.keySet()), "a text that nothing asks for");
    }

    @Test
    void aFrenchReaderReadsThem() {
        assertEquals(Cli.DONE, cli().run(List.of("bom", "history", "--help")));
        String text = bytes.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        assertTrue(text.contains("Qui a écrit une cellule, quand et pourquoi"), text);
        assertTrue(text.contains("une nomenclature dans un dépôt"), text);
        assertTrue(text.contains("son nom, sa référence fabricant"), text);
        bytes.reset();
        cli().run(List.of("design", "check", "--help"));
        text = bytes.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        assertTrue(text.contains("un commit au lieu des fichiers du disque"), text);
    }

    /// A noun is read alone when it stands first, under the name that it has among all.
    @Test
    void aNounAloneIsTheOneThatAllHave() {
        for (Map.Entry<String, CommandLine> noun : cli().commands().getSubcommands().entrySet()) {
            Map<String, CommandLine> alone = cli().commands(List.of(noun.getKey(), "x")).getSubcommands();
            assertEquals(Set.of(noun.getKey()), alone.keySet());
            assertEquals(noun.getValue().getSubcommands().keySet(), alone.get(noun.getKey()).getSubcommands().keySet());
        }
    }
}
