package org.commonwright.cli;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.diff.CellChange;
import org.commonwright.bom.diff.CellConflict;
import org.commonwright.bom.diff.ModuleDiff;
import org.commonwright.bom.rollup.Missing;
import org.commonwright.bom.rollup.Purchase;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// Bills of materials for people, on standard output.
final class BomText {
    private final CliContext context;

    BomText(CliContext context) {
        this.context = context;
    }

    void bom(Bom bom) {
        context.say("bom.says-format", bom.format(), bom.encoding(), bom.lines().size(), bom.skipped().size());
        for (BomLine line : bom.lines()) {
            columns(String.valueOf(line.row()), quantity(line.quantity()), line.part(),
                    String.join(" ", line.references()), line.manufacturer(), line.mpn());
        }
        for (SkippedRow row : bom.skipped()) {
            context.say("bom.says-skipped", String.valueOf(row.row()), row.reason(), row.text());
        }
    }

    void rollup(RollupResult result) {
        for (RollupLine line : result.lines()) {
            Purchase purchase = line.purchase();
            columns(quantity(line.total()), line.part(), line.first().description(),
                    purchase == null ? "" : purchase.offer().supplier(),
                    purchase == null ? "?" : context.formats().money(purchase.cost()));
        }
        Money cost = result.cost();
        if (cost != null) {
            context.say(result.isComplete() ? "bom.says-cost" : "bom.says-cost-incomplete", result.quantity(),
                    context.formats().money(cost), result.missing().size());
        }
        for (Missing one : result.missing()) {
            context.say("bom.says-missing", one.part(), one.reason(), one.place());
        }
    }

    /// The parts as a table, the first row its header, for a spreadsheet: numbers with a decimal point.
    List<List<String>> table(RollupResult result) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Part", "Kind", "Quantity", "Unit", "Description", "Manufacturer", "MPN", "Supplier", "SKU",
                "Order Quantity", "Cost", "Currency"));
        for (RollupLine line : result.lines()) {
            BomLine first = line.first();
            List<String> row = new ArrayList<>(List.of(line.part(), line.kind().word(),
                    line.total().number().toPlainString(), line.total().unit().symbol(), first.description(),
                    first.manufacturer(), first.mpn()));
            Purchase p = line.purchase();
            row.addAll(p == null
                    ? List.of("", "", "", "", "")
                    : List.of(p.offer().supplier(), p.offer().sku(), p.ordered().number().toPlainString(),
                            p.cost().amount().toPlainString(), p.cost().currency()));
            rows.add(row);
        }
        return rows;
    }

    void diff(ModuleDiff module) {
        String path = module.module().isEmpty() ? "." : module.module();
        module.diff().added().forEach(line -> columns("+", path, quantity(line.quantity()), line.part()));
        module.diff().removed().forEach(line -> columns("-", path, quantity(line.quantity()), line.part()));
        for (CellChange cell : module.diff().changed()) {
            columns("~", path, cell.part(), cell.cell(), "“" + cell.before() + "” → “" + cell.after() + "”");
        }
    }

    void costs(@Nullable Money before, @Nullable Money after) {
        if (before != null && after != null) {
            context.say("bom.says-costs", context.formats().money(before), context.formats().money(after));
        }
    }

    void conflicts(List<CellConflict> conflicts) {
        for (CellConflict one : conflicts) {
            if (one.cell().isEmpty()) {
                context.say(one.ours() == null ? "bom.says-conflict-row-ours" : "bom.says-conflict-row-theirs",
                        one.part());
            } else {
                context.say("bom.says-conflict", one.part(), one.cell(), side(one.base()), side(one.ours()),
                        side(one.theirs()));
            }
        }
    }

    void problems(List<Problem> problems) {
        problems.forEach(problem -> context.out().println(context.messages().get(problem)));
    }

    private static Object side(@Nullable String value) {
        return value == null ? Messages.Key.of("bom.says-gone") : "“" + value + "”";
    }

    private String quantity(@Nullable Quantity quantity) {
        return quantity == null ? "?" : context.formats().quantity(quantity);
    }

    private void columns(String... cells) {
        context.out().println(String.join("  ", cells).stripTrailing());
    }
}
