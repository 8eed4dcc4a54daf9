package org.commonwright.cli.design;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.commonwright.cli.bom.BomJson;
import org.commonwright.cli.bom.BomText;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.PinUpdate.Preview;
import org.commonwright.design.PinUpdate;
import org.commonwright.design.Workspace;
import org.commonwright.i18n.Messages;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `design update`: what moving pins would change, and moving them.
final class DesignUpdateCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "DIR")
        private Path folder = Path.of("");

        @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME", description = "the pins to move; otherwise all")
        private List<String> names = List.of();

        @Option(names = "--to", defaultValue = "HEAD", paramLabel = "REV", description = "where to, in each pin's repository; otherwise what is checked out there")
        private String revision = "HEAD";

        @Option(names = "--apply", description = "writes commons.lock")
        private boolean apply;

        @Option(names = "--json")
        private boolean json;
    }

    DesignUpdateCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        try (var workspace = new Workspace(context.folders().workspace())) {
            var update = new PinUpdate(workspace);
            Preview preview = update.preview(options.folder, new LinkedHashSet<>(options.names), options.revision);
            boolean applied = options.apply && !preview.pins().isEmpty();
            if (applied) {
                update.apply(options.folder, preview);
            }
            if (options.json) {
                context.json(json(preview).put("applied", applied));
            } else {
                say(preview, applied);
            }
            return Exit.DONE;
        }
    }

    private void say(Preview preview, boolean applied) {
        var text = new BomText(context);
        if (preview.pins().isEmpty()) {
            context.say("design.says-pins-current");
        } else {
            preview.pins().forEach(c -> context.say("design.says-pin-moves", c.before().name(),
                    c.before().commit().abbreviated(), c.after().commit().abbreviated()));
            preview.boms().forEach(text::diff);
            context.say("design.says-update-cost", money(preview.costBefore()), money(preview.costAfter()));
            if (preview.missingBefore() + preview.missingAfter() > 0) {
                context.say("design.says-update-missing", preview.missingBefore(), preview.missingAfter());
            }
            preview.licences().forEach(c -> context.say("design.says-update-licence", c.module(), said(c.before()),
                    said(c.after())));
        }
        text.problems(preview.problems());
        if (applied) {
            context.say("design.says-update-applied", preview.pins().size());
        } else if (!preview.pins().isEmpty()) {
            context.say("design.says-update-apply");
        }
    }

    private ObjectNode json(Preview preview) {
        var writer = new BomJson(context.messages());
        ObjectNode node = writer.diff(preview.boms());
        ArrayNode pins = node.putArray("pins");
        preview.pins().forEach(c -> pins.addObject().put("name", c.before().name())
                .put("before", c.before().commit().hex()).put("after", c.after().commit().hex()));
        ObjectNode cost = node.putObject("cost");
        cost.set("before", BomJson.money(preview.costBefore()));
        cost.set("after", BomJson.money(preview.costAfter()));
        cost.put("missing_before", preview.missingBefore()).put("missing_after", preview.missingAfter());
        ArrayNode licences = node.putArray("licences");
        preview.licences().forEach(c -> licences.addObject().put("module", c.module()).put("before", c.before())
                .put("after", c.after()));
        node.set("problems", ProblemsJson.of(preview.problems(), context.messages()));
        return node;
    }

    private String money(@Nullable Money money) {
        return money == null ? "?" : context.formats().money(money);
    }

    private static Object said(String licence) {
        return licence.isEmpty() ? Messages.Key.of("design.says-update-none") : licence;
    }
}
