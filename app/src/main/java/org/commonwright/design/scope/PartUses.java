package org.commonwright.design.scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.design.scope.ScopeReport.In;
import org.commonwright.design.scope.ScopeReport.Pair;
import org.commonwright.design.scope.ScopeReport.Reason;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// One part over all designs.
///
/// @param name what it is called first
/// @param uses in which designs, at least one
/// @param total over all of them, of what is called so
record PartUses(String name, List<In> uses, Quantity total) {
    static PartUses of(List<In> uses) {
        return new PartUses(uses.getFirst().part(), uses,
                uses.stream().map(in -> in.line().total()).reduce(Quantity::plus).orElseThrow());
    }

    BomLine first() {
        return uses.getFirst().line().first();
    }

    String mpn() {
        return first().mpn().strip();
    }

    /// Whether two count in the same dimension and nothing that both say beyond their names speaks against one in the place of
    /// the other: description, material, process.
    ///
    /// @param own what the name itself says, so that a description may say it too
    boolean isAlike(PartUses other, String own, String othersOwn) {
        return total.unit().dimension() == other.total.unit().dimension() && first().kind() == other.first().kind()
                && agree(first().material(), other.first().material())
                && agree(first().process(), other.first().process())
                && agree(without(first().description(), own), without(other.first().description(), othersOwn));
    }

    /// The same where kinds may differ: what has a maker's number in one design has none in another.
    boolean isAlike(PartUses other) {
        return total.unit().dimension() == other.total.unit().dimension()
                && agree(first().material(), other.first().material())
                && agree(first().process(), other.first().process())
                && agree(first().description(), other.first().description());
    }

    private static boolean agree(String a, String b) {
        return a.isBlank() || b.isBlank() || PartWords.of(a).equals(PartWords.of(b));
    }

    private static String without(String description, String own) {
        return own.isEmpty()
                ? description
                : description.replaceAll("(?<![\\d.])" + own.replace(".", "\\.") + "(?![\\d.])", "#");
    }

    /// The pair, with what buying all of the one that is kept would save.
    ///
    /// @param either whether both are the same thing, so that it is bought by either's offers
    static Pair pair(Reason reason, PartUses keep, PartUses replace, boolean either) {
        Quantity all = keep.total.plus(replace.total);
        Optional<Money> now = keep.price(keep.total).flatMap(k -> replace.price(replace.total).flatMap(r -> sum(k, r)));
        Optional<Money> then = keep.price(all);
        if (isOneLine(keep, replace)) {
            then = now;
        } else if (either) {
            then = cheaper(then, replace.price(all));
        }
        Optional<Money> after = then;
        @Nullable
        Money saved = now.flatMap(n -> after.filter(t -> t.currency().equals(n.currency())).map(n::minus)).orElse(null);
        List<String> designs = new ArrayList<>(keep.uses.stream().map(in -> in.design().name()).toList());
        replace.uses.forEach(in -> designs.add(in.design().name()));
        boolean sameName = PartKey.normalise(keep.name).equals(PartKey.normalise(replace.name));
        return new Pair(reason, sameName ? keep.named() : keep.name, sameName ? replace.named() : replace.name,
                keep.total, replace.total, designs.stream().distinct().toList(), saved);
    }

    /// Whether a design has added both up already, so that nothing is saved by it.
    private static boolean isOneLine(PartUses a, PartUses b) {
        return a.uses.stream().anyMatch(x -> b.uses.stream().anyMatch(y -> x.line() == y.line()));
    }

    private String named() {
        return mpn().isEmpty() ? name : name + " (" + mpn() + ")";
    }

    /// The cheapest way to buy so much, with the offers of any of the designs.
    private Optional<Money> price(Quantity need) {
        if (need.number().signum() == 0) {
            return Optional.empty();
        }
        List<Money> prices = uses.stream().flatMap(in -> in.design().parts().priceOf(in.line(), need).stream())
                .toList();
        return prices.stream().filter(p -> p.currency().equals(prices.getFirst().currency()))
                .min(Comparator.naturalOrder());
    }

    private static Optional<Money> cheaper(Optional<Money> a, Optional<Money> b) {
        if (a.isEmpty() || b.isEmpty() || !a.get().currency().equals(b.get().currency())) {
            return a.isEmpty() ? b : a;
        }
        return Optional.of(a.get().compareTo(b.get()) <= 0 ? a.get() : b.get());
    }

    private static Optional<Money> sum(Money a, Money b) {
        return a.currency().equals(b.currency()) ? Optional.of(a.plus(b)) : Optional.empty();
    }
}
