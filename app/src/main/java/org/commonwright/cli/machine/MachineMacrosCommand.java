package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.machine.macro.Macro;
import org.commonwright.machine.macro.MacroFile;
import org.commonwright.machine.macro.MacroTrust;
import org.jspecify.annotations.Nullable;

/// `machine macros`: the macros of a file.
final class MachineMacrosCommand {
    private final CliContext context;

    MachineMacrosCommand(CliContext context) {
        this.context = context;
    }

    /// @param file null for the person's own
    int run(@Nullable Path file, boolean asJson) {
        Path own = MacroFile.own(context.folders());
        List<Macro> macros = file == null ? MacroFile.readIfThere(own) : MacroFile.read(file);
        var trust = new MacroTrust(context.folders());
        ObjectNode node = new ObjectMapper().createObjectNode().put("file", String.valueOf(file == null ? own : file));
        ArrayNode list = node.putArray("macros");
        for (Macro macro : macros) {
            ObjectNode one = list.addObject().put("name", macro.name()).put("about", macro.about())
                    .put("dialect", macro.dialect()).put("trusted", file == null || trust.trusts(macro));
            macro.lines().forEach(one.putArray("lines")::add);
            ArrayNode parameters = one.putArray("parameters");
            macro.parameters().forEach(p -> parameters.addObject().put("name", p.name()).put("about", p.about())
                    .put("default", p.usual()).put("unit", p.unit()).put("min", p.least()).put("max", p.most()));
        }
        if (asJson) {
            context.json(node);
            return Exit.DONE;
        }
        if (macros.isEmpty()) {
            context.say("macros.says-none", file == null ? own : file);
        }
        for (Macro macro : macros) {
            context.out().println(macro.name() + (macro.about().isEmpty() ? "" : ": " + macro.about()));
            macro.lines().forEach(line -> context.out().println("  " + line));
        }
        return Exit.DONE;
    }
}
