package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.bom.check.BomChecks;
import org.commonwright.bom.diff.ModuleDiff;
import org.commonwright.bom.price.ListedOffers;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignReader;
import org.commonwright.design.DesignSupplies;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What stands under `bom`: reading, editing, adding, rolling up, comparing, merging and writing bills of materials. Each command's
/// description is its help; what takes more than a few lines has a class of its own.
@Command(name = "bom", description = "Bills of materials: read, roll up, compare, merge, convert, export.")
public final class BomCommand implements NounCommand {
    private final CliContext context;

    public BomCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "read", description = "What a bill of materials says, in any format that is known.")
    int read(@Parameters(paramLabel = "FILE") Path file, @Option(names = "--json") boolean json) {
        Bom bom = BomFiles.bom(file);
        if (json) {
            context.json(new BomJson(context.messages()).bom(bom));
        } else {
            var text = new BomText(context);
            text.bom(bom);
            text.problems(BomChecks.check(bom));
            text.problems(ListedOffers.of(bom).problems());
        }
        return Exit.DONE;
    }

    @Command(name = "map", description = "What the columns of a bill of materials mean: lists it, or keeps what you say beside the file.")
    int map(@Mixin BomMapCommand.Options options) {
        return new BomMapCommand(context).map(options);
    }

    @Command(name = "use", description = "Which lists of a module's folder count, and why; or chooses another one, several that add up, or none.")
    int use(@Mixin BomUseCommand.Options options) {
        return new BomUseCommand(context).use(options);
    }

    @Command(name = "offer", description = "Adds what a supplier asks for a part to the module's offers.csv, or begins it with a row for each part that nobody offers.")
    int offer(@Mixin BomOfferCommand.Options options) {
        return new BomOfferCommand(context).offer(options);
    }

    @Command(name = "replace", description = "One text for another in the cells of a separated table; every other byte stays.")
    int replace(@Mixin BomReplaceCommand.Options options) {
        return new BomReplaceCommand(context).run(options);
    }

    @Command(name = "columns", description = "Lists, adds, renames and takes out columns of a separated table; every other byte stays.")
    int columns(@Mixin BomColumnsCommand.Options options) {
        return new BomColumnsCommand(context).run(options);
    }

    @Command(name = "add", description = "Adds a module, or parts of another list, of this design or of another, as new lines.")
    int add(@Mixin BomAddCommand.Options options) {
        return new BomAddCommand(context).add(options);
    }

    @Command(name = "start", description = "Writes a bom.csv that can be edited into a module's folder: made of the list that the module has, or of the modules below it.")
    int start(@Mixin BomStartCommand.Options options) {
        return new BomStartCommand(context).start(options);
    }

    @Command(name = "convert", description = "Writes a bill of materials of any known format as another: canonical bom.csv, KiCad, JLCPCB, 1-click-BOM, InvenTree, sBoM, CycloneDX, JSON, HTML or PDF.")
    int convert(@Mixin BomWriteCommand.Convert options) {
        return new BomWriteCommand(context).convert(options);
    }

    @Command(name = "export", description = "Writes what N pieces of a design need, over all its modules, in one of these formats.")
    int export(@Mixin BomWriteCommand.Export options) {
        return new BomWriteCommand(context).export(options);
    }

    @Command(name = "rollup", description = "What N pieces of a design need, over all its modules, and what that costs.")
    int rollup(@Mixin BomRollupCommand.Options options) {
        return new BomRollupCommand(context, options).run();
    }

    @Command(name = "shop", description = "What remains to buy for N pieces, one basket for each supplier.")
    int shop(@Mixin BomShopCommand.Options options) {
        return new BomShopCommand(context, options).run();
    }

    @Command(name = "where-used", description = "Every row that asks for a part or a module, over all designs of the workspace; ends with 1 when there is none.")
    int whereUsed(
            @Parameters(paramLabel = "PART", description = "its name, its maker's number, or a module's name") String part,
            @Mixin BomScopeCommand.Options options) {
        return new BomScopeCommand(context, options).whereUsed(part);
    }

    @Command(name = "scope", description = "What the designs of the workspace share, and what could be one.")
    int scope(@Mixin BomScopeCommand.Options options) {
        return new BomScopeCommand(context, options).scope();
    }

    @Command(name = "diff", description = "What changed: between two files, between two commits of a design, or between a commit and the files on disk.")
    int diff(@Parameters(paramLabel = "FILE|DIR") Path what,
            @Parameters(paramLabel = "FILE|REV", arity = "1..2") List<String> revisions,
            @Option(names = "--currency", paramLabel = "C") @Nullable String currency,
            @Option(names = "--json") boolean json) {
        List<Problem> problems = new ArrayList<>();
        Costs costs = new Costs(null, null);
        List<ModuleDiff> diffs;
        if (Files.isDirectory(what)) {
            try (var workspace = new Workspace(context.folders().workspace())) {
                ModuleTree before = tree(workspace, what, revisions.getFirst());
                ModuleTree after = tree(workspace, what, revisions.size() == 2 ? revisions.getLast() : null);
                diffs = ModuleDiff.between(DesignBoms.of(before, after, problems::add),
                        DesignBoms.of(after, before, problems::add));
                Money cost = cost(before, currency, problems);
                String same = currency == null && cost != null ? cost.currency() : currency;
                costs = new Costs(cost, cost(after, same, problems));
            }
        } else {
            diffs = List.of(new ModuleDiff("", BomFiles.diff(what, Path.of(revisions.getFirst()))));
        }
        if (json) {
            var writer = new BomJson(context.messages());
            ObjectNode node = writer.diff(diffs);
            node.putObject("cost").<ObjectNode>set("before", BomJson.money(costs.before))
                    .set("after", BomJson.money(costs.after));
            node.set("problems", ProblemsJson.of(problems, context.messages()));
            context.json(node);
        } else {
            var text = new BomText(context);
            diffs.forEach(text::diff);
            text.costs(costs.before, costs.after);
            text.problems(problems);
        }
        return Exit.DONE;
    }

    /// A design that cannot be added up has no cost, and a problem that says why; the rest is still compared.
    private static @Nullable Money cost(ModuleTree tree, @Nullable String currency, List<Problem> problems) {
        try {
            return DesignSupplies.cost(tree.root(), 1, currency).cost();
        } catch (Fault fault) {
            if (fault.code().equals("bom.currency-unknown")) {
                throw fault;
            }
            problems.add(new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(), null));
            return null;
        }
    }

    private record Costs(@Nullable Money before, @Nullable Money after) {}

    @Command(name = "history", description = "Who set a cell, when and why, through renamed files, moved rows and renamed columns.")
    int history(@Mixin BomHistoryCommand.Options options) {
        return new BomHistoryCommand(context).run(options);
    }

    @Command(name = "merge", description = "Merges by part and cell. The result is left in OURS, as git asks of a merge driver (%%O %%A %%B), or in FILE; ends with 1 when there are conflicts.")
    int merge(@Mixin BomMergeCommand.Options options) {
        return new BomMergeCommand(context).merge(options);
    }

    @Command(name = "resolve", description = "Decides what a merge left open in a file, cell by cell; without --choose lists it. Ends with 1 while something is left.")
    int resolve(@Mixin BomResolveCommand.Options options) {
        return new BomResolveCommand(context).run(options);
    }

    private static ModuleTree tree(Workspace workspace, Path folder, @Nullable String revision) {
        return new DesignReader(workspace).read(folder, revision).tree();
    }
}
