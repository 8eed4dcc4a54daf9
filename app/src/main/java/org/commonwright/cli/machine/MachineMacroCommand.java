package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.macro.Macro;
import org.commonwright.machine.macro.MacroFile;
import org.commonwright.machine.macro.MacroRun;
import org.commonwright.machine.macro.MacroTrust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine macro`: fills in a macro and sends its lines one by one. One that is not a person's own shows its lines first and
/// runs only with `--trust`, until its text changes.
final class MachineMacroCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port, virtual:grbl or virtual:marlin")
        private String port = "";

        @Parameters(index = "1", paramLabel = "NAME", description = "the macro's name")
        private String name = "";

        @Option(names = "--set", paramLabel = "NAME=VALUE", description = "fills in a parameter; may be given again")
        private Map<String, String> values = Map.of();

        @Option(names = "--file", paramLabel = "FILE", description = "a macros.toml of a design (otherwise your own)")
        private @Nullable Path file;

        @Option(names = "--trust", description = "lets a macro of a design run from now on, as it is")
        private boolean trust;

        @Option(names = "--json")
        private boolean json;
    }

    MachineMacroCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Path file = options.file;
        List<Macro> macros = file == null
                ? MacroFile.readIfThere(MacroFile.own(context.folders()))
                : MacroFile.read(file);
        Macro macro = macros.stream().filter(m -> m.name().equals(options.name)).findFirst()
                .orElseThrow(() -> new Fault("macros.none-of-name", options.name));
        List<String> lines = macro.filled(options.values);
        Port port = Port.parse(options.port);
        var trust = new MacroTrust(context.folders());
        ObjectNode node = JSON.createObjectNode().put("macro", macro.name()).put("id", macro.id().hex());
        if (file != null && !options.trust && !trust.trusts(macro)) {
            return untrusted(macro, lines, node);
        }
        ArrayNode answers = node.put("trusted", true).putArray("lines");
        try (var interrupts = new Interrupts();
                Session session = new Machines().connect(port, "commonwright machine macro")) {
            if (file != null) {
                trust.trust(macro);
            }
            new MacroRun(session).run(macro, lines, (number, answer) -> {
                ArrayNode said = answers.addObject().put("line", lines.get(number)).putArray("answer");
                answer.forEach(said::add);
                if (!options.json) {
                    context.out().println("> " + lines.get(number));
                    answer.forEach(line -> context.out().println("< " + line));
                }
            }, interrupts.cancelledOnExit(context.progress()));
        }
        if (options.json) {
            context.json(node);
        } else {
            context.say("macros.says-done", macro.name(), lines.size());
        }
        return Exit.DONE;
    }

    private int untrusted(Macro macro, List<String> lines, ObjectNode node) {
        ArrayNode list = node.put("trusted", false).putArray("lines");
        lines.forEach(line -> list.addObject().put("line", line));
        if (options.json) {
            context.json(node);
        } else {
            context.say("macros.says-untrusted", macro.name());
            lines.forEach(line -> context.out().println("  " + line));
        }
        return Exit.NO;
    }
}
