package org.commonwright.cli.design;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.commonwright.cli.bom.BomText;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.Pins.Pin;
import org.commonwright.design.Pins;
import org.commonwright.design.Workspace;
import org.commonwright.git.CommitInfo;
import org.commonwright.i18n.ProblemsJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `design pins`, `design unpin`: the modules that a design takes from other repositories.
final class DesignPinsCommand {
    private final CliContext context;

    /// What to list.
    static final class Options {
        @Parameters(paramLabel = "DIR")
        private Path folder = Path.of("");

        @Option(names = "--fetch", description = "fetches first what is new in the repositories that they come from")
        private boolean fetch;

        @Option(names = "--json")
        private boolean json;
    }

    /// What to take out.
    static final class Unpin {
        @Parameters(index = "0", paramLabel = "DIR")
        private Path folder = Path.of("");

        @Parameters(index = "1", paramLabel = "NAME")
        private String name = "";

        @Option(names = "--json")
        private boolean json;
    }

    DesignPinsCommand(CliContext context) {
        this.context = context;
    }

    int list(Options options) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            var pins = new Pins(workspace);
            if (options.fetch) {
                pins.fetch(options.folder, context.progress());
            }
            Pins.State state = pins.read(options.folder);
            if (options.json) {
                context.json(json(state));
            } else {
                state.pins().forEach(this::say);
                if (state.pins().isEmpty()) {
                    context.say("design.says-no-pins");
                }
                new BomText(context).problems(state.problems());
            }
            return Exit.DONE;
        }
    }

    int unpin(Unpin options) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            new Pins(workspace).remove(options.folder, options.name);
            if (options.json) {
                context.json(JsonNodeFactory.instance.objectNode().put("removed", options.name));
            } else {
                context.say("design.says-unpinned", options.name);
            }
            return Exit.DONE;
        }
    }

    private void say(Pin pin) {
        String name = pin.entry().name();
        String from = pin.entry().path().isRoot()
                ? pin.entry().repository()
                : pin.entry().repository() + ": " + pin.entry().path();
        String at = pin.entry().commit().abbreviated();
        CommitInfo newest = pin.newest();
        if (newest == null) {
            context.say("design.says-pin-away", name, from, at);
        } else if (pin.isBehind()) {
            context.say("design.says-pin-behind", name, from, at, newest.id().abbreviated(), pin.behind());
        } else {
            context.say("design.says-pin-newest", name, from, at);
        }
    }

    private ObjectNode json(Pins.State state) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode pins = node.putArray("pins");
        for (Pin pin : state.pins()) {
            ObjectNode one = pins.addObject().put("name", pin.entry().name())
                    .put("repository", pin.entry().repository()).put("path", pin.entry().path().text())
                    .put("commit", pin.entry().commit().hex()).put("tree", pin.entry().tree())
                    .put("clone", pin.local()).put("behind", pin.behind());
            commit(one, "pinned", pin.pinned());
            commit(one, "newest", pin.newest());
            ArrayNode uses = one.putArray("uses");
            pin.uses().forEach(use -> uses.addObject().put("file", use.file()).put("row", use.line()));
        }
        node.set("problems", ProblemsJson.of(state.problems(), context.messages()));
        return node;
    }

    private static void commit(ObjectNode node, String field, @Nullable CommitInfo commit) {
        if (commit == null) {
            node.putNull(field);
        } else {
            node.putObject(field).put("commit", commit.id().hex()).put("when", commit.authored().toString())
                    .put("subject", commit.subject());
        }
    }
}
