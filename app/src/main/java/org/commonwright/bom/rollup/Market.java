package org.commonwright.bom.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.supply.Exchange;
import org.commonwright.bom.supply.Rates;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// All offers, and how their prices are turned into the currency that is added up.
final class Market {
    private final OfferBook book;
    private final Rates rates;
    private final @Nullable String currency;
    private final @Nullable LocalDate on;
    private final Map<String, Optional<Exchange>> exchanges = new HashMap<>();

    Market(OfferBook book, Rates rates, @Nullable String currency, @Nullable LocalDate on) {
        this.book = book;
        this.rates = rates;
        this.currency = currency;
        this.on = on;
    }

    /// Null when there is no offer at all and nobody asked for a currency.
    @Nullable
    String currency() {
        return currency;
    }

    /// The offers under these normalised names, and those that these lines say themselves.
    List<Offer> offers(List<String> names, Supplier<List<BomLine>> lines) {
        return book.of(names, book.hasListed() ? lines.get() : List.of());
    }

    /// The offers of a part of this maker's number or name.
    List<Offer> offers(String number) {
        return book.of(PartKey.normalise(number));
    }

    /// The offers that can be used: of the same dimension, and in this currency or with a rate into it.
    List<Priced> usable(List<Offer> offers, Unit needed) {
        if (offers.isEmpty() || currency == null) {
            return List.of();
        }
        List<Priced> usable = new ArrayList<>(offers.size());
        for (Offer offer : offers) {
            if (refusal(offer, needed) == null) {
                String of = offer.unitPrice().currency();
                usable.add(Priced.of(offer, needed, of.equals(currency) ? null : exchange(of).orElse(null)));
            }
        }
        return usable;
    }

    /// Why an offer cannot be used; null when it can.
    Messages.@Nullable Key refusal(Offer offer, Unit needed) {
        String of = offer.unitPrice().currency();
        if (offer.isWithoutCurrency()) {
            return Messages.Key.of("bom.missing-no-currency");
        }
        if (!Buying.counts(offer.unit(), needed)) {
            return Messages.Key.of("bom.missing-unit", needed.symbol());
        }
        return currency == null || of.equals(currency) || exchange(of).isPresent()
                ? null
                : Messages.Key.of("bom.missing-currency", of, currency);
    }

    Optional<Way> cheapest(List<Offer> offers, Quantity need) {
        List<Priced> usable = usable(offers, need.unit());
        return usable.isEmpty() ? Optional.empty() : Buying.cheapest(need, usable);
    }

    Optional<Exchange> exchange(String from) {
        String to = currency;
        return to == null ? Optional.empty() : exchanges.computeIfAbsent(from, f -> rates.find(f, to, on));
    }
}
