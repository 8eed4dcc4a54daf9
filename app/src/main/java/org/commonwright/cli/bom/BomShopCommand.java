package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.bom.shop.Basket;
import org.commonwright.bom.shop.BasketLine;
import org.commonwright.bom.shop.ShoppingList;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.ModuleBom;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bom shop`: what remains to buy, one basket for each supplier.
final class BomShopCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Mixin
        private final BuildOptions build = new BuildOptions();

        @Option(names = "--no-stock", description = "buys everything, whatever stock.csv says is there")
        private boolean noStock;

        @Option(names = "-o", paramLabel = "FOLDER", description = "writes one CSV for each supplier, as its basket takes it")
        private @Nullable Path out;
    }

    BomShopCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        try (var workspace = new Workspace(context.folders().workspace())) {
            ModuleTree tree = options.build.tree(workspace);
            var list = ShoppingList.of(Rollup.of(ModuleBom.of(options.build.module(tree)),
                    options.build.build(tree.root(), !options.noStock)));
            List<Problem> problems = new ArrayList<>(tree.problems());
            problems.addAll(list.result().problems());
            List<Path> written = options.out == null ? List.of() : list.write(options.out);
            if (options.build.json()) {
                ObjectNode node = new RollupJson(context.messages()).shop(list, problems);
                var files = node.putArray("files");
                written.forEach(file -> files.add(file.toString()));
                context.json(node);
            } else {
                say(list, written);
                new BomText(context).problems(problems);
            }
            return Exit.DONE;
        }
    }

    private void say(ShoppingList list, List<Path> written) {
        var formats = context.formats();
        for (Basket basket : list.baskets()) {
            context.say("bom.says-basket", basket.supplier(), basket.lines().size(), formats.money(basket.cost()));
            for (BasketLine line : basket.lines()) {
                context.out().println("  " + String.join("  ", formats.quantity(line.quantity()), line.sku(),
                        line.reference(), formats.money(line.cost())));
            }
        }
        list.fromStock().forEach(line -> line.supply().taken().forEach(t -> context.say("bom.says-taken-of",
                line.part(), formats.quantity(t.amount()), t.lot().place(),
                (t.lot().lot() + " " + t.lot().where()).strip())));
        list.unoffered().forEach(line -> context.say("bom.says-unoffered", line.part(),
                formats.quantity(line.supply().toBuy())));
        list.unknown().forEach(m -> context.say("bom.says-missing", m.part(), m.reason(), m.place()));
        var cost = list.result().cost();
        if (cost != null) {
            context.say(list.result().isComplete() ? "bom.says-cost" : "bom.says-cost-incomplete",
                    list.result().quantity(), formats.money(cost), list.result().missing().size());
        }
        written.forEach(file -> context.say("bom.says-file", file));
    }
}
