package org.commonwright.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.commonwright.cli.bom.BomCommand;
import org.commonwright.cli.bom.GitCommand;
import org.commonwright.cli.contributors.ContributorsCommand;
import org.commonwright.cli.design.DesignCommand;
import org.commonwright.cli.fabrication.JobCommand;
import org.commonwright.cli.fabrication.LicenceCommand;
import org.commonwright.cli.fabrication.OrderCommand;
import org.commonwright.cli.fabrication.WorkshopCommand;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.cli.frame.Shown;
import org.commonwright.cli.machine.MachineCommand;
import org.commonwright.cli.review.ReviewCommand;
import org.commonwright.cli.shape.GcodeCommand;
import org.commonwright.cli.shape.MeshCommand;
import org.commonwright.i18n.Bundles;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/// The command line. Its exit codes are those of [Exit].
public final class Cli {
    public static final int DONE = Exit.DONE;
    public static final int NO = Exit.NO;
    public static final int BAD_INPUT = Exit.BAD_INPUT;

    private final CliContext context;
    private final PrintStream help;
    private final PrintStream err;

    /// With a bar on a terminal.
    public Cli(PrintStream out, PrintStream err, Messages messages, AppFolders folders) {
        this(out, err, messages, folders, BarProgress.onTerminal(err, messages));
    }

    /// @param progress where long work says how far it is
    public Cli(PrintStream out, PrintStream err, Messages messages, AppFolders folders, Progress progress) {
        this.help = out;
        this.err = Shown.stream(err);
        this.context = new CliContext(Shown.stream(out), this.err, messages, folders, progress);
    }

    /// Runs one command.
    ///
    /// @return the exit code
    public int run(List<String> arguments) {
        CommandLine root = commands(arguments);
        // A folder may be called like a verb: contributors DIR --path modules.
        root.setAllowSubcommandsAsOptionParameters(true);
        root.setOut(new PrintWriter(help, true));
        root.setErr(new PrintWriter(err, true));
        var refusals = new Refusals(context, asksForJson(arguments));
        root.setExecutionExceptionHandler((thrown, _, _) -> refusals.report(thrown));
        var errors = new UsageErrors(context.messages());
        root.setParameterExceptionHandler((thrown, _) -> refusals.usage(errors.wrong(thrown)));
        root.setExecutionStrategy(parsed -> {
            understood(parsed);
            return new RunLast().execute(parsed);
        });
        helpEverywhere(root);
        root.setResourceBundle(help(context.messages().locale()));
        try {
            return root.execute(arguments.toArray(String[]::new));
        } catch (OutOfMemoryError | StackOverflowError e) {
            return refusals.exhausted(e);
        }
    }

    /// Also where what was typed could not be understood: what follows `--` is no option.
    private static boolean asksForJson(List<String> arguments) {
        return arguments.stream().takeWhile(argument -> !argument.equals("--")).anyMatch("--json"::equals);
    }

    /// Help for something else than what was asked about would be no answer.
    ///
    /// @throws UnmatchedArgumentException for a command or an option that is not there, although `--help` was given
    private static void understood(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            List<String> unmatched = command.getParseResult().unmatched();
            if (!unmatched.isEmpty()) {
                throw new UnmatchedArgumentException(command, unmatched);
            }
        }
    }

    /// What commands, options and parameters are for. In French all of it stands here. In English it stands in the annotations; here what
    /// several commands have in common, so that it is said once.
    static ResourceBundle help(Locale locale) {
        boolean french = locale.getLanguage().equals("fr");
        return Bundles.load("org.commonwright.cli.help", french ? Locale.FRENCH : Locale.ROOT);
    }

    /// `-h` and `--help` at each noun and verb, and the headings of the help in the person's language.
    private void helpEverywhere(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        Messages m = context.messages();
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description(m.get("cli.help-option"))
                    .build());
        } else {
            OptionSpec help = spec.findOption("--help");
            spec.remove(help);
            spec.addOption(OptionSpec.builder(help).description(m.get("cli.help-option")).build());
        }
        OptionSpec version = spec.findOption("--version");
        if (version != null) {
            spec.remove(version);
            spec.addOption(OptionSpec.builder(version).description(m.get("cli.version-option")).build());
        }
        spec.usageMessage().synopsisHeading(m.get("cli.usage") + " ")
                .synopsisSubcommandLabel("[" + m.get("cli.command") + "]")
                .commandListHeading(m.get("cli.commands") + "%n");
        command.getSubcommands().values().forEach(this::helpEverywhere);
    }

    /// The whole command line, as it is parsed.
    CommandLine commands() {
        return commands(List.of());
    }

    /// The command line with the noun alone that stands first, where one does: to read all of them takes longer than most commands.
    CommandLine commands(List<String> arguments) {
        Map<String, Supplier<NounCommand>> nouns = nouns();
        @Nullable
        Supplier<NounCommand> asked = arguments.isEmpty() ? null : nouns.get(arguments.getFirst());
        var root = new CommandLine(new RootCommand());
        for (Supplier<NounCommand> noun : asked == null ? nouns.values() : List.of(asked)) {
            NounCommand command = noun.get();
            var line = new CommandLine(command);
            command.inside().forEach(line::addSubcommand);
            root.addSubcommand(line);
        }
        return root;
    }

    /// Every noun of the command line by its name; a room that gains one adds it here.
    private Map<String, Supplier<NounCommand>> nouns() {
        Map<String, Supplier<NounCommand>> nouns = new LinkedHashMap<>();
        nouns.put("accounts", () -> new AccountsCommand(context));
        nouns.put("bom", () -> new BomCommand(context));
        nouns.put("contributors", () -> new ContributorsCommand(context));
        nouns.put("design", () -> new DesignCommand(context));
        nouns.put("gcode", () -> new GcodeCommand(context));
        nouns.put("git", () -> new GitCommand(context));
        nouns.put("job", () -> new JobCommand(context));
        nouns.put("lfs", () -> new LfsCommand(context));
        nouns.put("licence", () -> new LicenceCommand(context));
        nouns.put("machine", () -> new MachineCommand(context));
        nouns.put("mesh", () -> new MeshCommand(context));
        nouns.put("order", () -> new OrderCommand(context));
        nouns.put("record", () -> new RecordCommand(context));
        nouns.put("review", () -> new ReviewCommand(context));
        nouns.put("sample", () -> new SampleCommand(context));
        nouns.put("workshop", () -> new WorkshopCommand(context));
        return nouns;
    }
}
