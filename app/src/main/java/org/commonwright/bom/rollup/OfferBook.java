package org.commonwright.bom.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;

/// All offers of a design, found by a part's name or number.
final class OfferBook {
    private final Map<String, List<Offer>> byPart = new HashMap<>();
    private final Map<String, Integer> currencies = new TreeMap<>();

    void add(List<Offer> offers) {
        String last = "";
        int counted = 0;
        for (Offer offer : offers) {
            String name = PartKey.normalise(offer.part());
            List<Offer> one = List.of(offer);
            List<Offer> before = byPart.putIfAbsent(name, one);
            if (before instanceof ArrayList<Offer> several) {
                several.add(offer);
            } else if (before != null) {
                List<Offer> several = new ArrayList<>(before);
                several.add(offer);
                byPart.put(name, several);
            }
            String currency = offer.unitPrice().currency();
            if (!currency.equals(last)) {
                count(last, counted);
                last = currency;
                counted = 0;
            }
            counted++;
        }
        count(last, counted);
    }

    private void count(String currency, int offers) {
        if (offers > 0) {
            currencies.merge(currency, offers, Integer::sum);
        }
    }

    /// Every offer under any of these normalised names.
    List<Offer> of(List<String> names) {
        if (byPart.isEmpty()) {
            return List.of();
        }
        if (names.size() == 1) {
            return byPart.getOrDefault(names.getFirst(), List.of());
        }
        List<Offer> found = new ArrayList<>();
        names.forEach(name -> found.addAll(byPart.getOrDefault(name, List.of())));
        return found;
    }

    /// The currencies of the offers, the one of most offers first.
    List<String> currencies() {
        return currencies.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey).toList();
    }
}
