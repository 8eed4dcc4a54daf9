package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// Adds up what N pieces of a module need, over all modules below it. How often each module is needed is worked out once per
/// module, users before what they use, so the time goes with the number of lines and not with the number of ways to
/// reach them. Numbers are exact.
public final class Rollup {
    /// Beyond this a product of quantities means nothing, and its digits would only eat memory.
    private static final BigDecimal MOST = new BigDecimal("1e30");
    private static final int MOST_DIGITS = 2000;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();

    private final BomNode root;

    private Rollup(BomNode root) {
        this.root = root;
    }

    /// @param quantity how many pieces of the root
    /// @param currency the currency to add up in; null for that of most offers
    /// @throws Fault `bom.cycle`, `bom.too-deep`, `bom.too-many`, and what the root's lines cannot be read for
    /// @throws IllegalArgumentException when `quantity` is negative
    public static RollupResult of(BomNode root, long quantity, @Nullable String currency) {
        if (quantity < 0) {
            throw new IllegalArgumentException("negative: " + quantity);
        }
        return new Rollup(root).roll(quantity, currency);
    }

    private RollupResult roll(long quantity, @Nullable String currency) {
        List<ModuleOrder.Module> order = ModuleOrder.of(root);
        Map<ModuleOrder.Module, BigDecimal> times = new IdentityHashMap<>();
        times.put(order.getFirst(), BigDecimal.valueOf(quantity));
        var totals = new Totals(makers(order), problems::add);
        var book = new OfferBook();
        List<ModuleUse> uses = new ArrayList<>(order.size());
        for (ModuleOrder.Module module : order) {
            BigDecimal n = times.getOrDefault(module, BigDecimal.ZERO);
            uses.add(new ModuleUse(module.node.path(), module.node.name(), n));
            read(module, book);
            for (BomLine line : module.lines) {
                line(module, line, n, times, totals);
            }
        }
        String chosen = currency(currency, book);
        List<RollupLine> lines = totals.lines().stream().map(line -> bought(line, book, chosen)).toList();
        Money cost = chosen == null
                ? null
                : lines.stream().map(RollupLine::purchase).filter(p -> p != null)
                        .map(Purchase::cost).reduce(Money.zero(chosen), Money::plus);
        return new RollupResult(quantity, lines, uses, cost, missing, problems);
    }

    /// Takes a module's offers and problems; a root that cannot be read stops, another module is told and missing.
    private void read(ModuleOrder.Module module, OfferBook book) {
        Fault unread = module.unread;
        book.add(module.node.offers());
        if (unread == null) {
            problems.addAll(module.node.problems());
        } else if (module.node == root) {
            throw unread;
        } else {
            Place place = Place.file(module.node.bomFile());
            problems.add(new Problem(Problem.Severity.ERROR, unread.code(), unread.arguments(), place));
            missing.add(new Missing(module.node.name(), Messages.Key.of("bom.missing-unreadable"), place));
        }
    }

    private void line(ModuleOrder.Module module, BomLine line, BigDecimal n, Map<ModuleOrder.Module, BigDecimal> times,
            Totals totals) {
        var source = new Source(module.node.path(), module.node.bomFile(), line, n);
        ModuleOrder.Module child = module.children.get(line);
        Quantity each = line.quantity();
        if (!line.fitted()) {
            problems.add(Problem.note(source.place(), "bom.not-fitted", line.part()));
        } else if (each == null) {
            missing.add(new Missing(line.part(), Messages.Key.of("bom.missing-quantity"), source.place()));
        } else if (child == null) {
            totals.add(source, each);
            if (line.kind() == LineKind.MODULE) {
                missing.add(new Missing(line.part(), Messages.Key.of("bom.missing-module"), source.place()));
            }
        } else if (each.unit() != Unit.PIECE) {
            problems.add(Problem.error(source.place(), "bom.module-not-in-pieces", line.part(), each.unit().symbol()));
            missing.add(new Missing(line.part(), Messages.Key.of("bom.missing-quantity"), source.place()));
        } else {
            BigDecimal product = times.getOrDefault(child, BigDecimal.ZERO).add(n.multiply(each.number()));
            if (product.compareTo(MOST) > 0 || product.precision() > MOST_DIGITS) {
                throw new Fault("bom.too-many", child.node.name(), source.place());
            }
            times.put(child, product);
        }
    }

    private RollupLine bought(RollupLine line, OfferBook book, @Nullable String currency) {
        if (line.kind() == LineKind.MODULE) {
            return line;
        }
        List<Offer> offers = book.of(line.sources());
        Purchase purchase = currency == null ? null : Buying.cheapest(line.total(), offers, currency).orElse(null);
        if (purchase == null) {
            missing.add(new Missing(line.part(), reason(line, offers, currency), line.sources().getFirst().place()));
            return line;
        }
        return new RollupLine(line.key(), line.total(), line.sources(), purchase);
    }

    private static Messages.Key reason(RollupLine line, List<Offer> offers, @Nullable String currency) {
        if (offers.isEmpty() || currency == null) {
            return Messages.Key.of("bom.missing-offer");
        }
        List<Offer> counting = offers.stream().filter(o -> Buying.counts(o, line.total())).toList();
        return counting.isEmpty()
                ? Messages.Key.of("bom.missing-unit", line.total().unit().symbol())
                : Messages.Key.of("bom.missing-currency", counting.getFirst().unitPrice().currency(), currency);
    }

    private @Nullable String currency(@Nullable String asked, OfferBook book) {
        List<String> there = book.currencies();
        if (asked != null) {
            return asked;
        }
        if (there.size() > 1) {
            problems.add(Problem.note(null, "bom.several-currencies", String.join(", ", there), there.getFirst()));
        }
        return there.isEmpty() ? null : there.getFirst();
    }

    /// For each maker's number that has one maker in all the design: that maker. Rows that leave the maker out mean it.
    private static Map<String, String> makers(List<ModuleOrder.Module> order) {
        Map<String, String> makers = new HashMap<>();
        for (ModuleOrder.Module module : order) {
            for (BomLine line : module.lines) {
                if (!line.mpn().isEmpty() && !line.manufacturer().isBlank()) {
                    PartKey key = line.key();
                    makers.merge(key.name(), key.manufacturer(), (a, b) -> a.equals(b) ? a : "");
                }
            }
        }
        return makers;
    }
}
