package org.commonwright.cli.design;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.publish.DesignExports;
import org.commonwright.publish.instructions.Instructions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `design instructions`: how a design is put together, as a page to read or to print.
final class DesignInstructionsCommand {
    private final CliContext context;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "DIR")
        private Path folder;

        @Option(names = "-o", required = true, paramLabel = "FILE", description = "ends in .html or .pdf")
        private Path out;

        @Option(names = "--to", paramLabel = "html|pdf", description = "whatever the file is called")
        private @Nullable String format;

        @Option(names = "--at", paramLabel = "REV", description = "a commit instead of the files on disk")
        private @Nullable String revision;

        @Option(names = "--json")
        private boolean json;
    }

    DesignInstructionsCommand(CliContext context) {
        this.context = context;
    }

    int run(Options options) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            ModuleTree tree = new DesignReader(workspace).read(options.folder, options.revision).tree();
            var exports = new DesignExports(tree, context.messages());
            tell(options.format == null
                    ? exports.saveInstructions(options.out)
                    : exports.saveInstructions(options.out, options.format), options);
            return Exit.DONE;
        }
    }

    private void tell(Instructions instructions, Options options) {
        long modules = instructions.modules().stream().filter(module -> module.text() != null).count();
        int steps = instructions.modules().stream().mapToInt(module -> module.steps().size()).sum();
        if (options.json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("written", options.out.toString()).put("modules", modules).put("steps", steps);
            node.set("problems", ProblemsJson.of(instructions.problems(), context.messages()));
            context.json(node);
        } else {
            context.say("publish.says-instructions", options.out, modules, steps, instructions.problems().size());
            instructions.problems().forEach(p -> context.out().println(context.messages().get(p)));
        }
    }
}
