package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.supply.Exchange;
import org.commonwright.bom.supply.Rate;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Money;
import org.jspecify.annotations.Nullable;

/// Adds up what N pieces of a module need, over all modules below it, and finds out how to get it. How often each module is
/// needed is worked out once per module, users before what they use, so the time goes with the number of lines and not with
/// the number of ways to reach them. Numbers are exact.
public final class Rollup {
    /// A rate that is older than this is told as a warning.
    private static final int OLD_DAYS = 92;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final LineFacts facts = new LineFacts(problems::add);
    private final BomNode root;
    private final Build build;

    private Rollup(BomNode root, Build build) {
        this.root = root;
        this.build = build;
    }

    /// Everything bought, in one currency.
    ///
    /// @param quantity how many pieces of the root
    /// @param currency the currency to add up in; null for that of most offers
    /// @throws Fault `bom.cycle`, `bom.too-deep`, `bom.too-many`, and what the root's lines cannot be read for
    /// @throws IllegalArgumentException when `quantity` is negative
    public static RollupResult of(BomNode root, long quantity, @Nullable String currency) {
        return of(root, new Build(quantity, currency));
    }

    /// With stock and exchange rates.
    ///
    /// @throws Fault `bom.cycle`, `bom.too-deep`, `bom.too-many`, and what the root's lines cannot be read for
    public static RollupResult of(BomNode root, Build build) {
        return new Rollup(root, build).roll();
    }

    private RollupResult roll() {
        List<ModuleOrder.Module> order = ModuleOrder.of(root);
        var book = new OfferBook();
        var explosion = new Explosion(order, makers(order), facts, problems::add, missing);
        for (int m = 0; m < order.size(); m++) {
            read(order.get(m), book);
            explosion.add(m);
        }
        problems.addAll(build.stock().problems());
        problems.addAll(build.rates().problems());
        String currency = currency(book);
        var market = new Market(book, build.rates(), currency, build.on());
        List<String> unknown = missing.stream().filter(m -> !m.reason().key().equals("bom.missing-module"))
                .map(Missing::part).distinct().toList();
        StockPool pool = build.stock().isEmpty() ? null : new StockPool(build.stock(), build.on());
        Demand contained = Demand.contained(explosion, build.quantity());
        Demand needed = pool == null && !explosion.hasAttrition()
                ? contained
                : Demand.needed(explosion, build.quantity(), pool);
        List<RollupLine> lines = new Supplying(explosion, market, pool, problems, missing).lines(contained, needed);
        rates(lines);
        Buildable buildable = pool == null ? null : new BuildableCount(explosion, build).count(unknown);
        return new RollupResult(build, lines, uses(order, contained, needed), cost(lines, currency), missing, problems,
                new LeadTimes(explosion, needed, facts, lines).longest(), buildable, market);
    }

    private static @Nullable Money cost(List<RollupLine> lines, @Nullable String currency) {
        if (currency == null) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (RollupLine line : lines) {
            Money cost = line.supply().cost();
            sum = cost == null ? sum : sum.add(cost.amount());
        }
        return new Money(sum, currency);
    }

    private static List<ModuleUse> uses(List<ModuleOrder.Module> order, Demand contained, Demand needed) {
        return order.stream().map(m -> new ModuleUse(m.node.path(), m.node.name(), contained.times(m.index),
                needed.fromStock(m.index), needed.times(m.index))).toList();
    }

    /// Takes a module's offers and problems; a root that cannot be read stops, another module is told and missing.
    private void read(ModuleOrder.Module module, OfferBook book) {
        Fault unread = module.unread;
        book.add(module.node.offers());
        if (unread == null) {
            book.add(module.node.listed());
            problems.addAll(module.node.problems());
        } else if (module.node == root) {
            throw unread;
        } else {
            Place place = Place.file(module.node.bomFile());
            problems.add(new Problem(Problem.Severity.ERROR, unread.code(), unread.arguments(), place));
            missing.add(new Missing(module.node.name(), Messages.Key.of("bom.missing-unreadable"), place));
        }
    }

    private @Nullable String currency(OfferBook book) {
        List<String> there = book.currencies();
        String asked = build.currency();
        if (asked != null || there.isEmpty()) {
            return asked;
        }
        String first = there.getFirst();
        if (!there.stream().allMatch(c -> c.equals(first) || build.rates().find(c, first, build.on()).isPresent())) {
            problems.add(Problem.note(null, "bom.several-currencies", String.join(", ", there), first));
        }
        return first;
    }

    /// Every exchange that the sum rests on is told once, with its day.
    private void rates(List<RollupLine> lines) {
        Map<String, Exchange> used = new LinkedHashMap<>();
        for (RollupLine line : lines) {
            for (Purchase purchase : line.supply().purchases()) {
                Exchange exchange = purchase.exchange();
                if (exchange != null) {
                    used.putIfAbsent(exchange.from(), exchange);
                }
            }
        }
        used.values().forEach(this::rate);
    }

    private void rate(Exchange exchange) {
        LocalDate on = build.on();
        Rate oldest = exchange.rates().stream().filter(r -> r.date().equals(exchange.date())).findFirst().orElseThrow();
        String factor = exchange.factor().round(new MathContext(7)).stripTrailingZeros().toPlainString();
        if (on == null) {
            problems.add(Problem.note(oldest.place(), "bom.rate-of", exchange.from(), exchange.to(), factor,
                    oldest.date().toString()));
            return;
        }
        long age = ChronoUnit.DAYS.between(exchange.date(), on);
        problems.add(new Problem(age > OLD_DAYS ? Problem.Severity.WARNING : Problem.Severity.NOTE, "bom.rate-used",
                List.of(exchange.from(), exchange.to(), factor, oldest.date().toString(), age), oldest.place()));
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
