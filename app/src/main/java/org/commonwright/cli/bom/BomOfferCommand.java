package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.read.NewOffer;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleBom;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.design.fix.ChangedFile;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.fix.Fixing;
import org.commonwright.design.fix.OfferFixes;
import org.commonwright.error.Fault;
import org.commonwright.files.FolderTree;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom offer`: what a supplier asks for a part, into the module's `offers.csv`; or rows to complete for all parts that nobody offers.
final class BomOfferCommand {
    private final CliContext context;

    /// What is offered.
    static final class Options {
        @Parameters(index = "0", paramLabel = "DIR", description = "the folder of a module")
        private Path folder = Path.of("");

        @Parameters(index = "1", arity = "0..1", paramLabel = "PART", description = "the name or the maker's number of a part")
        private String part = "";

        @Option(names = "--start", description = "begins the list of offers: a row to complete for each part that nobody offers")
        private boolean start;

        @Option(names = "--supplier", paramLabel = "NAME")
        private String supplier = "";

        @Option(names = "--sku", paramLabel = "NUMBER", description = "under which number the supplier sells it")
        private String sku = "";

        @Option(names = "--price", paramLabel = "[FROM=]PRICE", description = "of one unit, such as 0.12, or from a quantity on, such as 100=0.09; may be given several times")
        private List<String> prices = List.of();

        @Option(names = "--currency", paramLabel = "C")
        private String currency = "";

        @Option(names = "--pack", paramLabel = "N", description = "sold only in multiples of this many")
        private String pack = "";

        @Option(names = "--unit", paramLabel = "UNIT", description = "what price, quantities and pack count; the part's unit otherwise")
        private String unit = "";

        @Option(names = "--lead-time", paramLabel = "DAYS", description = "until it arrives")
        private String leadTime = "";

        @Option(names = "--date", paramLabel = "DATE", description = "when this was asked, such as 2026-03-01")
        private String date = "";

        @Option(names = "--link", paramLabel = "URL", description = "where to look")
        private String link = "";

        @Option(names = "--dry-run", description = "says what would be written")
        private boolean dry;

        @Option(names = "--json")
        private boolean json;
    }

    BomOfferCommand(CliContext context) {
        this.context = context;
    }

    int offer(Options options) {
        if (options.start == !options.part.isEmpty() || options.start == !options.prices.isEmpty()) {
            throw new Fault("bom.offer-what");
        }
        try (var workspace = new Workspace(context.folders().workspace())) {
            DesignModule module = BomAddCommand.module(workspace, options.folder);
            OfferFixes.refused(module).ifPresent(reason -> {
                throw new Fault(reason.key(), reason.arguments().toArray());
            });
            Path design = BomAddCommand.root(options.folder.toAbsolutePath().normalize());
            ModuleTree tree = new DesignReader(workspace).read(design).tree();
            RepoPath file = OfferFixes.file(tree.root(), module);
            List<NewOffer> rows = options.start ? List.of() : rows(options);
            List<String> parts = options.start
                    ? OfferFixes.withoutOffer(Rollup.of(ModuleBom.of(module), 1, null))
                    : List.of();
            if (options.start && parts.isEmpty()) {
                throw new Fault("bom.offers-all-there");
            }
            Fix fix = options.start ? OfferFixes.start(file, parts) : OfferFixes.add(file, rows);
            List<ChangedFile> changes = Fixing.preview(new FolderTree(design), fix);
            if (!options.dry) {
                Fixing.write(design, changes);
            }
            tell(options, fix, changes, parts);
            return Exit.DONE;
        }
    }

    private static List<NewOffer> rows(Options o) {
        List<NewOffer> rows = new ArrayList<>();
        for (String price : o.prices) {
            int at = price.indexOf('=');
            rows.add(new NewOffer(o.part, o.supplier, o.sku, at < 0 ? "" : price.substring(0, at), o.unit,
                    price.substring(at + 1), o.currency, o.pack, o.leadTime, o.date, o.link));
        }
        return rows;
    }

    private void tell(Options options, Fix fix, List<ChangedFile> changes, List<String> parts) {
        Messages.Key name = fix.name();
        if (!options.json) {
            context.say(name.key(), name.arguments().toArray());
            changes.forEach(change -> change.lines(0).hunks().forEach(hunk -> hunk.lines()
                    .forEach(line -> context.out().println("  " + line.signed()))));
            return;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode()
                .put("done", context.messages().get(name.key(), name.arguments()))
                .put("written", options.dry || changes.isEmpty() ? "" : changes.getFirst().file().text())
                .put("created", !changes.isEmpty() && changes.getFirst().before() == null);
        ArrayNode open = node.putArray("to_complete");
        parts.forEach(open::add);
        ArrayNode lines = node.putArray("lines");
        changes.forEach(change -> change.lines(0).hunks()
                .forEach(hunk -> hunk.lines().forEach(line -> lines.add(line.signed()))));
        context.json(node);
    }
}
