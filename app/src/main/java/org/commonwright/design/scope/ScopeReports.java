package org.commonwright.design.scope;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.rollup.Source;
import org.commonwright.design.DesignModule;
import org.commonwright.design.scope.ScopeReport.In;
import org.commonwright.design.scope.ScopeReport.Pair;
import org.commonwright.design.scope.ScopeReport.Reason;
import org.commonwright.design.scope.ScopeReport.SharedModule;
import org.commonwright.design.scope.ScopeReport.SharedPart;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;

/// Writes the scope report of some designs.
public final class ScopeReports {
    /// A measure of two that could be one is at most half as large again.
    private static final BigDecimal NEAR = new BigDecimal("1.5");
    private static final Pattern MEASURED = Pattern.compile("(.*\\d\\s*[x×*]\\s*)(\\d{1,6}(?:\\.\\d{1,4})?)(\\D*)");

    private ScopeReports() {}

    public static ScopeReport of(List<KnownDesign> designs) {
        Map<Object, List<In>> byPart = new LinkedHashMap<>();
        for (KnownDesign design : designs) {
            design.parts().lines().stream().filter(l -> l.kind() != LineKind.MODULE)
                    .forEach(l -> byPart.computeIfAbsent(List.of(l.key(), l.total().unit().dimension()),
                            _ -> new ArrayList<>()).add(new In(design, l)));
        }
        List<SharedPart> shared = byPart.values().stream().filter(uses -> names(uses).size() > 1)
                .map(uses -> new SharedPart(uses.getFirst().part(), total(uses), names(uses)))
                .sorted(Comparator.comparing((SharedPart p) -> -p.designs().size()).thenComparing(SharedPart::part))
                .toList();
        List<Pair> pairs = new ArrayList<>(sameNumber(byPart.values().stream().flatMap(List::stream).toList()));
        pairs.addAll(nearMeasure(byPart.values().stream().toList()));
        pairs.sort(Comparator.comparing((Pair p) -> p.saved() == null ? BigDecimal.ZERO : p.saved().amount().negate())
                .thenComparing(Pair::keep).thenComparing(Pair::replace));
        return new ScopeReport(shared, modules(designs), pairs);
    }

    /// A module is the same in every clone of its repository, so the repository's name tells it.
    private static List<SharedModule> modules(List<KnownDesign> designs) {
        record Place(String repository, String path) {}
        Map<Place, Set<String>> users = new LinkedHashMap<>();
        Map<Place, Set<String>> states = new LinkedHashMap<>();
        Map<Place, String> names = new LinkedHashMap<>();
        for (KnownDesign design : designs) {
            for (DesignModule module : design.tree().modules()) {
                var place = new Place(module.source().name(), module.path().text());
                names.putIfAbsent(place, module.name());
                users.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(design.name());
                states.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(String.valueOf(module.source().commit()));
            }
        }
        return users.entrySet().stream().filter(e -> e.getValue().size() > 1)
                .map(e -> new SharedModule(names.get(e.getKey()), List.copyOf(e.getValue()),
                        states.get(e.getKey()).size()))
                .sorted(Comparator.comparing((SharedModule m) -> -m.designs().size())
                        .thenComparing(SharedModule::name))
                .toList();
    }

    /// Rows that give one number under two names, within a design (where they are already added up) and between designs.
    private static List<Pair> sameNumber(List<In> all) {
        Map<String, Map<String, List<In>>> namesByNumber = new TreeMap<>();
        for (In in : all) {
            for (Source source : in.line().sources()) {
                if (!source.line().mpn().isBlank()) {
                    List<In> uses = namesByNumber
                            .computeIfAbsent(PartKey.normalise(source.line().mpn()), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(source.line().part().strip(), _ -> new ArrayList<>());
                    if (!uses.contains(in)) {
                        uses.add(in);
                    }
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        namesByNumber.forEach((number, names) -> {
            List<String> called = List.copyOf(names.keySet());
            for (int i = 1; i < called.size(); i++) {
                List<In> kept = names.get(called.getFirst());
                List<In> replaced = names.get(called.get(i));
                if (!PartKey.normalise(called.getFirst()).equals(PartKey.normalise(called.get(i)))
                        && isAlike(kept, replaced)) {
                    List<In> both = new ArrayList<>(kept);
                    both.addAll(replaced);
                    pairs.add(new Pair(Reason.SAME_NUMBER, called.getFirst(), called.get(i), total(kept),
                            total(replaced), names(both), null));
                }
            }
        });
        return pairs;
    }

    private static List<Pair> nearMeasure(List<List<In>> parts) {
        record Measured(BigDecimal measure, List<In> uses) {}
        Map<String, List<Measured>> byShape = new TreeMap<>();
        for (List<In> uses : parts) {
            In first = uses.getFirst();
            Matcher m = MEASURED.matcher(PartKey.normalise(first.part()));
            boolean anybodys = first.line().kind() == LineKind.STANDARD || first.line().kind() == LineKind.BUY;
            if (m.matches() && anybodys) {
                String shape = m.group(1) + "#" + m.group(3) + "|" + first.line().kind() + "|"
                        + first.line().total().unit().dimension();
                byShape.computeIfAbsent(shape, _ -> new ArrayList<>())
                        .add(new Measured(new BigDecimal(m.group(2)), uses));
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (List<Measured> alike : byShape.values()) {
            alike.sort(Comparator.comparing(Measured::measure));
            for (int i = 1; i < alike.size(); i++) {
                Measured shorter = alike.get(i - 1);
                Measured longer = alike.get(i);
                boolean near = longer.measure.compareTo(shorter.measure.multiply(NEAR)) <= 0
                        && longer.measure.compareTo(shorter.measure) > 0;
                if (near) {
                    pairs.add(pair(shorter.uses, longer.uses));
                }
            }
        }
        return pairs;
    }

    /// The one that is used more is kept; of two that are used alike the longer, which can be cut.
    private static Pair pair(List<In> a, List<In> b) {
        Quantity ofA = total(a);
        Quantity ofB = total(b);
        boolean keepA = ofA.number().compareTo(ofB.in(ofA.unit()).number()) > 0;
        List<In> keep = keepA ? a : b;
        List<In> replace = keepA ? b : a;
        List<In> both = new ArrayList<>(keep);
        both.addAll(replace);
        Quantity kept = total(keep);
        Quantity replaced = total(replace);
        Optional<Money> now = price(keep, kept).flatMap(k -> price(replace, replaced).flatMap(r -> sum(k, r)));
        Optional<Money> then = price(keep, kept.plus(replaced));
        Money saved = now.flatMap(n -> then.filter(t -> t.currency().equals(n.currency())).map(n::minus)).orElse(null);
        return new Pair(Reason.NEAR_MEASURE, keep.getFirst().part(), replace.getFirst().part(), kept, replaced,
                names(both), saved);
    }

    private static Optional<Money> sum(Money a, Money b) {
        return a.currency().equals(b.currency()) ? Optional.of(a.plus(b)) : Optional.empty();
    }

    /// The cheapest way to buy so much, with the offers of any of the designs.
    private static Optional<Money> price(List<In> uses, Quantity need) {
        if (need.number().signum() == 0) {
            return Optional.empty();
        }
        List<Money> prices = uses.stream().flatMap(in -> in.design().parts().priceOf(in.line(), need).stream())
                .toList();
        return prices.stream().filter(p -> p.currency().equals(prices.getFirst().currency()))
                .min(Comparator.naturalOrder());
    }

    private static boolean isAlike(List<In> a, List<In> b) {
        return a.getFirst().line().total().unit().dimension() == b.getFirst().line().total().unit().dimension();
    }

    private static Quantity total(List<In> uses) {
        return uses.stream().map(in -> in.line().total()).reduce(Quantity::plus).orElseThrow();
    }

    private static List<String> names(List<In> uses) {
        return uses.stream().map(in -> in.design().name()).distinct().toList();
    }
}
