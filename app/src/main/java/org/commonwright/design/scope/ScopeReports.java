package org.commonwright.design.scope;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonwright.bom.LineKind;
import org.commonwright.design.DesignModule;
import org.commonwright.design.scope.ScopeReport.In;
import org.commonwright.design.scope.ScopeReport.Pair;
import org.commonwright.design.scope.ScopeReport.SharedModule;
import org.commonwright.design.scope.ScopeReport.SharedPart;
import org.commonwright.model.Quantity;

/// Writes the scope report of some designs.
public final class ScopeReports {
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
        List<PartUses> parts = byPart.values().stream().map(PartUses::of).toList();
        List<Pair> pairs = new ArrayList<>(
                SameThings.byNumber(byPart.values().stream().flatMap(List::stream).toList()));
        pairs.addAll(SameThings.byName(parts));
        pairs.addAll(NearMeasures.of(parts));
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

    private static Quantity total(List<In> uses) {
        return uses.stream().map(in -> in.line().total()).reduce(Quantity::plus).orElseThrow();
    }

    private static List<String> names(List<In> uses) {
        return uses.stream().map(in -> in.design().name()).distinct().toList();
    }
}
