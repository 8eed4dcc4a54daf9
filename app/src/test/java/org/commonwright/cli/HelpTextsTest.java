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
import java.util.TreeMap;
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
                        List.of(name + "." + parameter.paramLabel() + "[" + parameter.index() + "]",
                                parameter.paramLabel() + "[" + parameter.index() + "]"));
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
        ResourceBundle french = Cli.help(Locale.FRENCH);
        var used = new TreeSet<String>();
        var missing = new TreeSet<String>();
        collect(told(Locale.FRENCH), french, used, missing);
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

    private static CommandLine told(Locale locale) {
        CommandLine commands = new Cli(System.out, System.err, new Messages(locale), AppFolders.under(Path.of("")))
                .commands();
        commands.setResourceBundle(Cli.help(locale));
        return commands;
    }

    /// What is said of each command, option and parameter, by a name for it.
    private static void say(CommandLine command, TreeMap<String, String> said) {
        CommandSpec spec = command.getCommandSpec();
        said.put(spec.qualifiedName(), String.join(" ", spec.usageMessage().description()));
        spec.options().forEach(option -> said.put(spec.qualifiedName() + " " + option.longestName(),
                String.join(" ", option.description())));
        spec.positionalParameters().forEach(parameter -> said.put(
                spec.qualifiedName() + " " + parameter.paramLabel(), String.join(" ", parameter.description())));
        command.getSubcommands().values().forEach(sub -> say(sub, said));
    }

    @Test
    void nothingStandsInTheHelpWithoutAWord() {
        for (Locale locale : List.of(Locale.UK, Locale.FRENCH)) {
            var said = new TreeMap<String, String>();
            say(told(locale), said);
            assertEquals(List.of(), said.entrySet().stream().filter(entry -> entry.getValue().isBlank())
                    .map(Map.Entry::getKey).toList(), locale::toString);
        }
    }

    @Test
    void whatIsSharedContradictsNoAnnotation() {
        var bare = new TreeMap<String, String>();
        say(cli().commands(), bare);
        var said = new TreeMap<String, String>();
        say(told(Locale.UK), said);
        bare.values().removeIf(String::isBlank);
        said.keySet().retainAll(bare.keySet());
        assertEquals(bare, said);
    }

    @Test
    void everyKeyOfTheEnglishWordsIsAsked() {
        var used = new TreeSet<String>();
        collect(told(Locale.UK), Cli.help(Locale.ROOT), used, new TreeSet<>());
        assertEquals(used, new TreeSet<>(Cli.help(Locale.ROOT).keySet()), "a text that nothing asks for");
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
