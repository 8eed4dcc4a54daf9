package org.commonwright.bom.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.price.ListedOffers;

/// All offers of a design: those of `offers.csv`, found by a part's name or number, and those that lines say themselves. Where
/// `offers.csv` has an offer of the same supplier, what the line says is no offer; nor is it where the line names no supplier and
/// `offers.csv` has any.
final class OfferBook {
    private final Map<String, List<Offer>> byPart = new HashMap<>();
    private final Map<BomLine, List<Offer>> byLine = new IdentityHashMap<>();
    private final Map<String, List<Offer>> listedByNumber = new HashMap<>();
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

    /// Takes what lines say themselves.
    void add(ListedOffers listed) {
        listed.byLine().forEach((line, offers) -> {
            byLine.put(line, offers);
            offers.forEach(offer -> count(offer.unitPrice().currency(), 1));
            if (!line.mpn().isBlank()) {
                listedByNumber.merge(PartKey.normalise(line.mpn()), offers, OfferBook::both);
            }
        });
    }

    private static List<Offer> both(List<Offer> a, List<Offer> b) {
        List<Offer> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private void count(String currency, int offers) {
        if (offers > 0 && !currency.equals(Offer.NO_CURRENCY)) {
            currencies.merge(currency, offers, Integer::sum);
        }
    }

    /// Whether any line says what its part is sold for.
    boolean hasListed() {
        return !byLine.isEmpty();
    }

    /// Every offer under any of these normalised names, and those of these lines.
    List<Offer> of(List<String> names, List<BomLine> lines) {
        List<Offer> listed = new ArrayList<>();
        for (BomLine line : lines) {
            listed.addAll(byLine.getOrDefault(line, List.of()));
        }
        return together(named(names), listed);
    }

    /// Every offer of a part of this normalised name or maker's number.
    List<Offer> of(String number) {
        return together(named(List.of(number)), listedByNumber.getOrDefault(number, List.of()));
    }

    private static List<Offer> together(List<Offer> explicit, List<Offer> listed) {
        if (listed.isEmpty()) {
            return explicit;
        }
        if (explicit.isEmpty()) {
            return listed;
        }
        Set<String> suppliers = explicit.stream().map(o -> Offer.supplierKey(o.supplier())).collect(Collectors.toSet());
        suppliers.add("");
        List<Offer> all = new ArrayList<>(explicit);
        listed.stream().filter(o -> !suppliers.contains(Offer.supplierKey(o.supplier()))).forEach(all::add);
        return all;
    }

    private List<Offer> named(List<String> names) {
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
