package org.commonwright.review.card;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.rollup.Purchase;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.model.Money;
import org.jspecify.annotations.Nullable;

/// Finds the parts that make the difference in cost.
final class PartCosts {
    private PartCosts() {}

    /// The greatest difference first; empty where nothing can be compared.
    static List<PartCost> between(@Nullable RollupResult before, @Nullable RollupResult after) {
        if (before == null || after == null || before.cost() == null || after.cost() == null
                || !before.cost().currency().equals(after.cost().currency())) {
            return List.of();
        }
        SequencedMap<PartKey, RollupLine> then = new LinkedHashMap<>();
        before.lines().forEach(line -> then.put(line.key(), line));
        List<PartCost> costs = new ArrayList<>();
        List<RollupLine> fresh = new ArrayList<>();
        for (RollupLine line : after.lines()) {
            RollupLine old = then.remove(line.key());
            if (old == null) {
                fresh.add(line);
            } else {
                add(costs, line.part(), old.cost(), line.cost(), seller(old), seller(line));
            }
        }
        // A part that got another maker or number keeps its name.
        Map<String, RollupLine> named = new HashMap<>();
        then.values().forEach(line -> named.putIfAbsent(PartKey.normalise(line.part()), line));
        Money nothing = Money.of("0", after.cost().currency());
        for (RollupLine line : fresh) {
            RollupLine old = named.remove(PartKey.normalise(line.part()));
            if (old == null) {
                add(costs, line.part(), nothing, line.cost(), null, seller(line));
            } else {
                then.remove(old.key());
                add(costs, line.part(), old.cost(), line.cost(), seller(old), seller(line));
            }
        }
        then.values().forEach(line -> add(costs, line.part(), line.cost(), nothing, seller(line), null));
        costs.sort(Comparator.comparing((PartCost cost) -> cost.change().amount().abs()).reversed()
                .thenComparing(PartCost::part));
        return costs;
    }

    private static void add(List<PartCost> costs, String part, @Nullable Money before, @Nullable Money after,
            @Nullable String from, @Nullable String now) {
        if (before == null || after == null) {
            return;
        }
        var cost = new PartCost(part, after.minus(before), from, now);
        boolean elsewhere = from != null && now != null && !Offer.supplierKey(from).equals(Offer.supplierKey(now));
        if (cost.change().amount().signum() != 0 || elsewhere) {
            costs.add(cost);
        }
    }

    private static @Nullable String seller(RollupLine line) {
        return line.supply().purchases().isEmpty()
                ? null
                : line.supply().purchases().stream().map(Purchase::offer).map(Offer::supplier).distinct().sorted()
                        .collect(Collectors.joining(" + "));
    }
}
