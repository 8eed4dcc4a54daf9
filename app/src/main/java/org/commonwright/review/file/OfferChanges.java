package org.commonwright.review.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;
import org.commonwright.error.Place;
import org.commonwright.model.Money;

/// Compares offers by part, supplier and the supplier's number; their order, and in which rows they stand, is no change.
final class OfferChanges {
    private OfferChanges() {}

    /// @param seller who, under which number
    private record Seller(String name, String number) {
        static Seller of(Offer offer) {
            return new Seller(Offer.supplierKey(offer.supplier()), PartKey.normalise(offer.sku()));
        }
    }

    static List<OfferChange> between(List<Offer> before, List<Offer> after) {
        SequencedMap<PartKey, List<Offer>> then = byPart(before);
        SequencedMap<PartKey, List<Offer>> now = byPart(after);
        List<OfferChange> changes = new ArrayList<>();
        now.forEach((part, offers) -> part(changes, then.getOrDefault(part, List.of()), offers));
        then.forEach((part, offers) -> {
            if (!now.containsKey(part)) {
                part(changes, offers, List.of());
            }
        });
        return changes;
    }

    private static SequencedMap<PartKey, List<Offer>> byPart(List<Offer> offers) {
        SequencedMap<PartKey, List<Offer>> parts = new LinkedHashMap<>();
        offers.forEach(offer -> parts.computeIfAbsent(PartKey.named(offer.part()), _ -> new ArrayList<>()).add(offer));
        return parts;
    }

    private static void part(List<OfferChange> changes, List<Offer> before, List<Offer> after) {
        Map<Seller, List<Offer>> then = bySeller(before);
        Map<Seller, List<Offer>> now = bySeller(after);
        List<Offer> gone = new ArrayList<>();
        List<Offer> come = new ArrayList<>();
        List<OfferChange> changed = new ArrayList<>();
        then.forEach((seller, offers) -> {
            if (!now.containsKey(seller)) {
                gone.addAll(offers);
            }
        });
        now.forEach((seller, offers) -> {
            List<Offer> old = then.get(seller);
            if (old == null) {
                come.addAll(offers);
            } else {
                same(changed, old, offers);
            }
        });
        String name = after.isEmpty() ? before.getFirst().part() : after.getFirst().part();
        if (!gone.isEmpty() || !come.isEmpty()) {
            changes.add(new OfferChange(name, come.isEmpty()
                    ? OfferChange.Kind.REMOVED
                    : gone.isEmpty() ? OfferChange.Kind.ADDED : OfferChange.Kind.RESOURCED, gone, come));
        }
        changes.addAll(changed);
    }

    private static Map<Seller, List<Offer>> bySeller(List<Offer> offers) {
        Map<Seller, List<Offer>> sellers = new LinkedHashMap<>();
        offers.forEach(offer -> sellers.computeIfAbsent(Seller.of(offer), _ -> new ArrayList<>()).add(offer));
        return sellers;
    }

    /// One seller's offers, by the quantity from which on they hold.
    private static void same(List<OfferChange> changed, List<Offer> before, List<Offer> after) {
        List<Offer> left = new ArrayList<>(before);
        List<Offer> fresh = new ArrayList<>();
        for (Offer offer : after) {
            if (left.stream().filter(old -> isSame(old, offer)).findFirst().map(left::remove).isEmpty()) {
                fresh.add(offer);
            }
        }
        for (Offer offer : fresh) {
            List<Offer> old = left.stream().filter(one -> minimum(one).compareTo(minimum(offer)) == 0).limit(1)
                    .toList();
            left.removeAll(old);
            changed.add(new OfferChange(offer.part(), OfferChange.Kind.CHANGED, old, List.of(offer)));
        }
        left.forEach(offer -> changed
                .add(new OfferChange(offer.part(), OfferChange.Kind.CHANGED, List.of(offer), List.of())));
    }

    private static BigDecimal minimum(Offer offer) {
        return offer.minimum().max(BigDecimal.ONE);
    }

    private static boolean isSame(Offer a, Offer b) {
        return minimum(a).compareTo(minimum(b)) == 0 && a.unitPrice().amount().compareTo(b.unitPrice().amount()) == 0
                && placed(a).equals(placed(b));
    }

    /// What is left of an offer once its numbers were compared as numbers.
    private static Offer placed(Offer o) {
        return new Offer(Place.file(""), PartKey.normalise(o.part()), Offer.supplierKey(o.supplier()),
                PartKey.normalise(o.sku()), BigDecimal.ZERO, o.unit(),
                new Money(BigDecimal.ZERO, o.unitPrice().currency()),
                o.pack() == null ? null : Objects.requireNonNull(o.pack()).stripTrailingZeros(), o.leadTimeDays(),
                o.date(), o.link());
    }
}
