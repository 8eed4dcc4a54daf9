package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.Workspace;
import org.commonwright.design.scope.KnownDesigns;
import org.commonwright.design.scope.ScopeReport;
import org.commonwright.design.scope.ScopeReports;
import org.commonwright.design.scope.WhereUsed;
import org.commonwright.error.Fault;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `bom where-used`, `bom scope`: over every design of the workspace.
final class BomScopeCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Option(names = "--workspace", paramLabel = "DIR", description = "the folder that the designs lie in; otherwise the program's own")
        private @Nullable Path workspace;

        @Option(names = "--quantity", defaultValue = "1", paramLabel = "N", description = "how many of each design")
        private long quantity;

        @Option(names = "--currency", paramLabel = "C", description = "of three letters; otherwise that of most offers, in each design")
        private @Nullable String currency;

        @Option(names = "--json")
        private boolean json;
    }

    BomScopeCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int whereUsed(String part) {
        try (var workspace = new Workspace(folder())) {
            KnownDesigns known = read(workspace);
            List<WhereUsed.Use> uses = WhereUsed.find(known.designs(), part);
            if (options.json) {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                node.put("part", part).put("designs", known.designs().size());
                ArrayNode array = node.putArray("uses");
                uses.forEach(use -> use(array.addObject(), use));
                node.set("problems", ProblemsJson.of(known.problems(), context.messages()));
                context.json(node);
            } else {
                uses.forEach(this::say);
                if (uses.isEmpty()) {
                    context.say("bom.says-unused", part, folder());
                }
                new BomText(context).problems(known.problems());
            }
            return uses.isEmpty() ? Exit.NO : Exit.DONE;
        }
    }

    int scope() {
        try (var workspace = new Workspace(folder())) {
            KnownDesigns known = read(workspace);
            ScopeReport report = ScopeReports.of(known.designs());
            if (options.json) {
                ObjectNode node = json(report);
                node.put("designs", known.designs().size());
                node.set("problems", ProblemsJson.of(known.problems(), context.messages()));
                context.json(node);
            } else {
                say(report, known.designs().size());
                new BomText(context).problems(known.problems());
            }
            return Exit.DONE;
        }
    }

    private Path folder() {
        return options.workspace == null ? context.folders().workspace() : options.workspace;
    }

    private KnownDesigns read(Workspace workspace) {
        if (options.quantity < 1) {
            throw new Fault("bom.pieces-negative", options.quantity);
        }
        return KnownDesigns.read(workspace, options.quantity, BuildOptions.code(options.currency), context.progress());
    }

    private void say(WhereUsed.Use use) {
        switch (use.as()) {
            case PART -> context.say("bom.says-use", use.design().name(), use.place(), use.part(),
                    quantity(use.each()));
            case ALTERNATE -> context.say("bom.says-use-alternate", use.design().name(), use.place(), use.part());
            case MODULE -> context.say("bom.says-use-module", use.design().name(), use.place(), use.part());
        }
    }

    private void say(ScopeReport report, int designs) {
        report.parts().forEach(p -> context.say("bom.says-shared-part", p.part(), quantity(p.total()),
                p.designs().size(), String.join(", ", p.designs())));
        report.modules().forEach(m -> context.say("bom.says-shared-module", m.name(), m.designs().size(),
                String.join(", ", m.designs()), m.states()));
        for (ScopeReport.Pair pair : report.pairs()) {
            String in = String.join(", ", pair.designs());
            switch (pair.reason()) {
                case SAME_NUMBER -> context.say("bom.says-pair-number", pair.keep(), pair.replace(), in);
                case SAME_NAME -> context.say("bom.says-pair-name", pair.keep(), pair.replace(), in);
                case SPELLING -> context.say("bom.says-pair-spelling", pair.keep(), pair.replace(), in);
                case NEAR_MEASURE -> context.say("bom.says-pair-measure", pair.keep(), pair.replace(),
                        quantity(pair.kept()), quantity(pair.replaced()), in);
                case CUT_LENGTH -> context.say("bom.says-pair-cut", pair.keep(), pair.replace(),
                        quantity(pair.kept()), quantity(pair.replaced()), in);
            }
            context.out().println("  " + saving(pair.saved()));
        }
        if (report.parts().isEmpty() && report.modules().isEmpty() && report.pairs().isEmpty()) {
            context.say("bom.says-scope-none", designs, folder());
        }
    }

    private String saving(@Nullable Money saved) {
        if (saved == null) {
            return context.messages().get("bom.says-pair-unpriced");
        }
        return saved.amount().signum() < 0
                ? context.messages().get("bom.says-pair-costs",
                        context.formats().money(new Money(saved.amount().negate(), saved.currency())))
                : context.messages().get("bom.says-pair-saves", context.formats().money(saved));
    }

    private String quantity(@Nullable Quantity quantity) {
        return quantity == null ? "?" : context.formats().quantity(quantity);
    }

    private static void use(ObjectNode node, WhereUsed.Use use) {
        node.put("design", use.design().name()).put("folder", use.design().folder().toString())
                .put("as", use.as().name().toLowerCase(Locale.ROOT)).put("part", use.part())
                .put("module", use.module()).put("file", use.place().file()).put("row", use.place().line());
        BomJson.quantity(node, use.each());
        if (use.total() != null) {
            BomJson.quantity(node.putObject("total"), use.total());
        }
    }

    private static ObjectNode json(ScopeReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode parts = node.putArray("parts");
        report.parts().forEach(p -> {
            ObjectNode one = parts.addObject().put("part", p.part());
            BomJson.quantity(one, p.total());
            p.designs().forEach(one.putArray("designs")::add);
        });
        ArrayNode modules = node.putArray("modules");
        report.modules().forEach(m -> {
            ObjectNode one = modules.addObject().put("module", m.name()).put("states", m.states());
            m.designs().forEach(one.putArray("designs")::add);
        });
        ArrayNode pairs = node.putArray("could_be_one");
        report.pairs().forEach(p -> {
            ObjectNode one = pairs.addObject().put("reason", p.reason().name().toLowerCase(Locale.ROOT))
                    .put("keep", p.keep()).put("replace", p.replace());
            BomJson.quantity(one.putObject("kept"), p.kept());
            BomJson.quantity(one.putObject("replaced"), p.replaced());
            p.designs().forEach(one.putArray("designs")::add);
            one.set("saved", BomJson.money(p.saved()));
            one.put("kinds_saved", 1);
        });
        return node;
    }
}
