package org.commonwright.design.scope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.Source;
import org.commonwright.design.scope.ScopeReport.In;
import org.commonwright.design.scope.ScopeReport.Pair;
import org.commonwright.design.scope.ScopeReport.Reason;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// Parts that are the same thing under two names, and things of one name under two numbers.
final class SameThings {
    private SameThings() {}

    /// Rows that give one number under two names, within a design (where they are already added up) and between designs.
    static List<Pair> byNumber(List<In> all) {
        Map<String, Map<String, Map<Integer, Quantity>>> namesByNumber = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            RollupLine line = all.get(i).line();
            for (Source source : line.sources()) {
                if (!source.line().mpn().isBlank()) {
                    namesByNumber.computeIfAbsent(PartKey.normalise(source.line().mpn()), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(source.line().part().strip(), _ -> new LinkedHashMap<>())
                            .merge(i, source.needed().in(line.total().unit()), Quantity::plus);
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        namesByNumber.values().forEach(names -> {
            List<PartUses> called = new ArrayList<>();
            names.forEach((name, uses) -> uses(name, uses, all).ifPresent(called::add));
            for (int i = 1; i < called.size(); i++) {
                PartUses keep = called.getFirst();
                PartUses replace = called.get(i);
                if (!PartKey.normalise(keep.name()).equals(PartKey.normalise(replace.name()))
                        && keep.total().unit().dimension() == replace.total().unit().dimension()) {
                    pairs.add(PartUses.pair(Reason.SAME_NUMBER, keep, replace, true));
                }
            }
        });
        return pairs;
    }

    /// Empty where designs count it in dimensions that cannot be added.
    private static Optional<PartUses> uses(String name, Map<Integer, Quantity> uses, List<In> all) {
        Unit unit = uses.values().iterator().next().unit();
        boolean same = uses.values().stream().allMatch(q -> q.unit().dimension() == unit.dimension());
        return same
                ? Optional.of(new PartUses(name, uses.keySet().stream().map(all::get).toList(),
                        uses.values().stream().reduce(Quantity::plus).orElseThrow()))
                : Optional.empty();
    }

    /// Names that say the same in other words; where both have numbers, one name with two of them.
    static List<Pair> byName(List<PartUses> parts) {
        Map<String, List<PartUses>> byWords = new TreeMap<>();
        for (PartUses part : parts) {
            boolean bought = part.first().kind() == LineKind.STANDARD || part.first().kind() == LineKind.BUY;
            String words = PartWords.of(part.name());
            if (bought && words.chars().anyMatch(Character::isLetter)) {
                byWords.computeIfAbsent(words, _ -> new ArrayList<>()).add(part);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (List<PartUses> alike : byWords.values()) {
            for (int i = 1; i < alike.size(); i++) {
                pair(alike.getFirst(), alike.get(i)).ifPresent(pairs::add);
            }
        }
        return pairs;
    }

    private static Optional<Pair> pair(PartUses one, PartUses other) {
        boolean numbered = !one.mpn().isEmpty() && !other.mpn().isEmpty();
        boolean sameNumber = numbered && PartKey.normalise(one.mpn()).equals(PartKey.normalise(other.mpn()));
        if (sameNumber || !isSpecific(one, other) || !one.isAlike(other)) {
            return Optional.empty();
        }
        boolean keepOne = one.total().number().compareTo(other.total().in(one.total().unit()).number()) >= 0;
        PartUses keep = keepOne ? one : other;
        PartUses replace = keepOne ? other : one;
        boolean sameName = PartKey.normalise(one.name()).equals(PartKey.normalise(other.name()));
        return Optional.of(PartUses.pair(numbered || sameName ? Reason.SAME_NAME : Reason.SPELLING, keep, replace,
                !numbered));
    }

    /// `Connector` is a name for many things; a name with a number in it, or two that describe themselves alike, is one thing.
    /// Different words are asked nothing more: `rod` and `rods` without numbers are one.
    private static boolean isSpecific(PartUses one, PartUses other) {
        boolean bothNumbered = !one.mpn().isEmpty() && !other.mpn().isEmpty();
        boolean digit = one.name().chars().anyMatch(Character::isDigit);
        boolean described = !one.first().description().isBlank() && !other.first().description().isBlank();
        return digit || described || !bothNumbered;
    }
}
