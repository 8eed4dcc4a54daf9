package org.commonwright.bom.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;

/// All offers of a design, found by a part's name or number.
final class OfferBook {
    private final Map<String, List<Offer>> byPart = new HashMap<>();
    private final Map<String, Integer> currencies = new TreeMap<>();

    void add(List<Offer> offers) {
        for (Offer offer : offers) {
            byPart.computeIfAbsent(PartKey.normalise(offer.part()), _ -> new ArrayList<>()).add(offer);
            currencies.merge(offer.unitPrice().currency(), 1, Integer::sum);
        }
    }

    /// Every offer for the part of these rows, under any of its names and numbers.
    List<Offer> of(List<Source> sources) {
        if (byPart.isEmpty()) {
            return List.of();
        }
        if (sources.size() == 1 && sources.getFirst().line().mpn().isEmpty()) {
            return byPart.getOrDefault(PartKey.normalise(sources.getFirst().line().part()), List.of());
        }
        Set<String> names = new HashSet<>();
        List<Offer> found = new ArrayList<>();
        for (Source source : sources) {
            add(source.line().part(), names, found);
            add(source.line().mpn(), names, found);
        }
        return found;
    }

    private void add(String written, Set<String> names, List<Offer> found) {
        if (!written.isEmpty() && names.add(written)) {
            String name = PartKey.normalise(written);
            if (name.equals(written) || names.add(name)) {
                found.addAll(byPart.getOrDefault(name, List.of()));
            }
        }
    }

    /// The currencies of the offers, the one of most offers first.
    List<String> currencies() {
        return currencies.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey).toList();
    }
}
