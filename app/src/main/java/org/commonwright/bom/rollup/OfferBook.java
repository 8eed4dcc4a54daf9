package org.commonwright.bom.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonwright.bom.BomLine;
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

    Set<Offer> of(List<Source> sources) {
        Set<Offer> found = new LinkedHashSet<>();
        for (Source source : sources) {
            BomLine line = source.line();
            found.addAll(byPart.getOrDefault(PartKey.normalise(line.part()), List.of()));
            if (!line.mpn().isEmpty()) {
                found.addAll(byPart.getOrDefault(PartKey.normalise(line.mpn()), List.of()));
            }
        }
        return found;
    }

    /// The currencies of the offers, the one of most offers first.
    List<String> currencies() {
        return currencies.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey).toList();
    }
}
