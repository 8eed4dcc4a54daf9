package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.DesignModule;
import org.commonwright.design.OwnList;
import org.commonwright.design.Workspace;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom start`: a list of a module's own, which can be edited.
final class BomStartCommand {
    private final CliContext context;

    /// Which module, and how.
    static final class Options {
        @Parameters(paramLabel = "DIR", description = "the folder of a module")
        private Path folder = Path.of("");

        @Option(names = "--empty", description = "without lines, also where the module has a list, which may be one that cannot be read")
        private boolean empty;

        @Option(names = "--json")
        private boolean json;
    }

    BomStartCommand(CliContext context) {
        this.context = context;
    }

    int start(Options options) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            DesignModule module = BomAddCommand.module(workspace, options.folder);
            Path design = BomAddCommand.root(options.folder.toAbsolutePath().normalize());
            OwnList.Made made = options.empty || module.bom() == null
                    ? OwnList.start(design, module)
                    : OwnList.make(design, module);
            tell(made, options.json);
            return Exit.DONE;
        }
    }

    private void tell(OwnList.Made made, boolean json) {
        if (json) {
            context.json(JsonNodeFactory.instance.objectNode().put("written", made.file().text())
                    .put("made_of", made.madeOf() == null ? null : made.madeOf().text()).put("lines", made.lines())
                    .put("named_instead", made.named()));
        } else {
            context.say(made.told().key(), made.told().arguments().toArray());
        }
    }
}
