package org.commonwright.cli.bom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Offer;
import org.commonwright.bom.rollup.Buildable;
import org.commonwright.bom.rollup.Explanation;
import org.commonwright.bom.rollup.LeadTime;
import org.commonwright.bom.rollup.Missing;
import org.commonwright.bom.rollup.Purchase;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.rollup.Source;
import org.commonwright.bom.rollup.Taken;
import org.commonwright.bom.rollup.Way;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;

/// A roll-up for people, on standard output.
final class RollupText {
    private static final int MOST_WAYS = 12;

    /// Of a long way the beginning and the end.
    private static final int SHOWN = 8;

    private final CliContext context;

    RollupText(CliContext context) {
        this.context = context;
    }

    void rollup(RollupResult result) {
        for (RollupLine line : result.lines()) {
            Money cost = line.cost();
            columns(quantity(line.total()), line.part(), line.first().description(),
                    line.supply().purchases().stream().map(p -> p.offer().supplier()).distinct()
                            .collect(Collectors.joining(" + ")),
                    cost == null ? "?" : context.formats().money(cost));
        }
        cost(result);
        for (Missing one : result.missing()) {
            context.say("bom.says-missing", one.part(), one.reason(), one.place());
        }
        leadTime(result.leadTime());
        Buildable buildable = result.buildable();
        if (buildable != null) {
            if (buildable.limits().isEmpty()) {
                context.say("bom.says-buildable-any", buildable.count());
            } else {
                context.say("bom.says-buildable", buildable.count(), String.join(", ", buildable.limits()));
            }
        }
    }

    private void cost(RollupResult result) {
        Money cost = result.cost();
        if (cost != null) {
            context.say(result.isComplete() ? "bom.says-cost" : "bom.says-cost-incomplete", result.quantity(),
                    context.formats().money(cost), result.missing().size());
        }
    }

    private void leadTime(LeadTime time) {
        if (!time.path().isEmpty()) {
            int size = time.path().size();
            context.say("bom.says-lead-time", time.days(), IntStream.range(0, size)
                    .filter(i -> i < SHOWN || i >= size - SHOWN || size <= 2 * SHOWN + 1)
                    .mapToObj(i -> i == size - SHOWN && size > 2 * SHOWN + 1 ? "… → " + name(time, i) : name(time, i))
                    .collect(Collectors.joining(" → ")));
        }
        if (time.unknown() > 0) {
            context.say("bom.says-lead-time-unknown", time.unknown());
        }
    }

    private static String name(LeadTime time, int step) {
        return time.path().get(step).name() + " (" + time.path().get(step).days() + ")";
    }

    /// Opens one total.
    void explain(RollupResult result, RollupLine line) {
        context.say("bom.says-explained", line.part(), result.quantity(), quantity(line.total()),
                quantity(line.supply().need()), quantity(line.supply().toBuy()));
        for (Source source : line.sources()) {
            String loss = source.attrition().signum() == 0
                    ? ""
                    : " + " + context.formats().percent(source.attrition().doubleValue());
            Quantity each = source.line().quantity();
            context.say("bom.says-source", source.place(), context.formats().number(source.made()),
                    each == null ? "?" : quantity(each), loss, quantity(source.needed()));
        }
        for (Taken taken : line.supply().taken()) {
            context.say("bom.says-taken", quantity(taken.amount()), taken.lot().place(),
                    String.join(" ", taken.lot().lot(), taken.lot().where(), taken.substitute()).strip());
        }
        Explanation explanation = result.explain(line);
        for (int i = 0; i < Math.min(MOST_WAYS, explanation.ways().size()); i++) {
            Way way = explanation.ways().get(i);
            context.say(i == 0 ? "bom.says-way-taken" : "bom.says-way", context.formats().money(way.cost()),
                    way.positions().stream().map(this::position).collect(Collectors.joining(" + ")));
        }
        for (Explanation.Refused refused : explanation.refused()) {
            context.say("bom.says-refused", name(refused.offer()), refused.reason());
        }
        result.missing().stream()
                .filter(m -> line.sources().stream().anyMatch(s -> s.place().equals(m.place())))
                .forEach(m -> context.say("bom.says-missing", m.part(), m.reason(), m.place()));
    }

    private String position(Purchase purchase) {
        Offer offer = purchase.offer();
        String price = offer.shownPrice().stripTrailingZeros().toPlainString() + " "
                + offer.unitPrice().currency();
        return (quantity(purchase.ordered()) + " × " + price + " " + name(offer)).strip();
    }

    private static String name(Offer offer) {
        return (offer.supplier() + " " + offer.sku()).strip() + " [" + offer.place() + "]";
    }

    /// The parts as a table, the first row its header, for a spreadsheet: numbers with a decimal point.
    List<List<String>> table(RollupResult result) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Part", "Kind", "Quantity", "Unit", "Description", "Manufacturer", "MPN", "Supplier", "SKU",
                "Order Quantity", "Cost", "Currency"));
        for (RollupLine line : result.lines()) {
            BomLine first = line.first();
            List<String> start = List.of(line.part(), line.kind().word(), line.total().number().toPlainString(),
                    line.total().unit().symbol(), first.description(), first.manufacturer(), first.mpn());
            List<Purchase> purchases = line.supply().purchases();
            for (int i = 0; i < Math.max(1, purchases.size()); i++) {
                List<String> row = new ArrayList<>(start);
                row.addAll(purchases.isEmpty() ? List.of("", "", "", "", "") : cells(purchases.get(i)));
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> cells(Purchase p) {
        return List.of(p.offer().supplier(), p.offer().sku(), p.ordered().number().toPlainString(),
                p.cost().amount().toPlainString(), p.cost().currency());
    }

    private String quantity(Quantity quantity) {
        return context.formats().quantity(quantity);
    }

    private void columns(String... cells) {
        context.out().println(String.join("  ", cells).stripTrailing());
    }
}
