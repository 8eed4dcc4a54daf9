package org.commonwright.bom.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// What N pieces of a module need.
public final class RollupResult {
    private final Build build;
    private final List<RollupLine> lines;
    private final List<ModuleUse> modules;
    private final @Nullable Money cost;
    private final List<Missing> missing;
    private final List<Problem> problems;
    private final LeadTime leadTime;
    private final @Nullable Buildable buildable;
    private final Market market;

    RollupResult(Build build, List<RollupLine> lines, List<ModuleUse> modules, @Nullable Money cost,
            List<Missing> missing, List<Problem> problems, LeadTime leadTime, @Nullable Buildable buildable,
            Market market) {
        this.build = build;
        this.lines = List.copyOf(lines);
        this.modules = List.copyOf(modules);
        this.cost = cost;
        this.missing = List.copyOf(missing);
        this.problems = List.copyOf(problems);
        this.leadTime = leadTime;
        this.buildable = buildable;
        this.market = market;
    }

    /// What was asked for.
    public Build build() {
        return build;
    }

    /// N
    public long quantity() {
        return build.quantity();
    }

    /// Every part once, users before what they use, in the order of their rows.
    public List<RollupLine> lines() {
        return lines;
    }

    /// Every module once, the root first, users before what they use.
    public List<ModuleUse> modules() {
        return modules;
    }

    /// What the purchases cost whose prices are known: the least that it costs. Null when no currency is known because there
    /// is no offer at all.
    public @Nullable Money cost() {
        return cost;
    }

    /// The most that it costs: the same as [#cost] when every price is known, else nobody knows, null.
    public @Nullable Money atMost() {
        return isComplete() ? cost : null;
    }

    /// What the sum is without.
    public List<Missing> missing() {
        return missing;
    }

    public List<Problem> problems() {
        return problems;
    }

    public LeadTime leadTime() {
        return leadTime;
    }

    /// How many could be built from stock alone; null when there is no stock.
    public @Nullable Buildable buildable() {
        return buildable;
    }

    /// Whether the cost covers everything.
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /// The lines whose part, number or description is called so; those that are called exactly so when there are any.
    public List<RollupLine> find(String part) {
        String name = PartKey.normalise(part);
        List<RollupLine> exact = lines.stream().filter(l -> l.sources().stream()
                .anyMatch(s -> PartKey.normalise(s.line().part()).equals(name)
                        || PartKey.normalise(s.line().mpn()).equals(name)))
                .toList();
        String lower = part.toLowerCase(Locale.ROOT);
        return exact.isEmpty()
                ? lines.stream().filter(l -> l.part().toLowerCase(Locale.ROOT).contains(lower)
                        || l.first().description().toLowerCase(Locale.ROOT).contains(lower)).toList()
                : exact;
    }

    /// Every way that was weighed to buy what has to be bought of a part, and the offers that were no use.
    public Explanation explain(RollupLine line) {
        Unit unit = line.total().unit();
        List<Offer> offers = new ArrayList<>(offers(line));
        List<Explanation.Refused> refused = new ArrayList<>();
        if (!line.supply().substitute().isEmpty()) {
            line.sources().stream().flatMap(s -> s.line().alternates().stream())
                    .filter(a -> a.toString().equals(line.supply().substitute())).map(Alternate::mpn).distinct()
                    .forEach(mpn -> offers.addAll(market.offers(mpn)));
        }
        for (Offer offer : offers) {
            Messages.Key why = market.refusal(offer, unit);
            if (why != null) {
                refused.add(new Explanation.Refused(offer, why));
            }
        }
        List<Priced> usable = market.usable(offers, unit);
        boolean nothing = usable.isEmpty() || line.supply().toBuy().number().signum() == 0;
        return new Explanation(nothing ? List.of() : Buying.ways(line.supply().toBuy(), usable), refused);
    }

    /// What another quantity of a part would cost, bought whole; empty when nobody sells it in this currency and unit.
    ///
    /// @param need above zero
    public Optional<Money> priceOf(RollupLine line, Quantity need) {
        return market.cheapest(offers(line), need).map(Way::cost);
    }

    private List<Offer> offers(RollupLine line) {
        return market.offers(names(line), () -> line.sources().stream().map(Source::line).toList());
    }

    private static List<String> names(RollupLine line) {
        return line.sources().stream().map(Source::line).flatMap(l -> l.mpn().isBlank()
                ? Stream.of(l.part())
                : Stream.of(l.part(), l.mpn())).map(PartKey::normalise).distinct().toList();
    }
}
