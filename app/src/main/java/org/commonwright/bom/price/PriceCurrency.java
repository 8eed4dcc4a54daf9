package org.commonwright.bom.price;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonwright.bom.Offer;
import org.jspecify.annotations.Nullable;

/// Finds the currency of prices: that of the cell, of the header, of a currency column, of the person who said it, of the other
/// prices and sums of the list when they name one, of the design; else none.
final class PriceCurrency {
    private final List<CurrencySign> behind = new ArrayList<>();
    private final @Nullable CurrencySign others;
    private int unknown;
    private int taken;

    /// @param said what a person said about the list; empty for nothing
    /// @param named the signs that prices, headers and sums of the list show
    /// @param design what the design says; empty for nothing
    PriceCurrency(String said, Iterable<CurrencySign> named, String design) {
        if (Currencies.isCode(said)) {
            behind.add(CurrencySign.of(said));
        }
        Set<CurrencySign> different = new HashSet<>();
        named.forEach(different::add);
        CurrencySign one = different.size() == 1 ? different.iterator().next() : null;
        others = behind.isEmpty() ? one : null;
        if (Currencies.isCode(design)) {
            behind.add(CurrencySign.of(design));
        }
    }

    /// The code of a price's currency; [Offer#NO_CURRENCY] when nobody knows it.
    ///
    /// @param beside the signs of the cell, the header and the currency column, the nearest first
    String of(List<CurrencySign> beside) {
        List<CurrencySign> all = new ArrayList<>(beside);
        boolean naked = beside.isEmpty();
        if (naked && others != null) {
            all.add(others);
        }
        all.addAll(behind);
        String code = all.isEmpty() ? "" : code(all);
        taken += naked && others != null && !code.isEmpty() ? 1 : 0;
        unknown += code.isEmpty() ? 1 : 0;
        return code.isEmpty() ? Offer.NO_CURRENCY : code;
    }

    /// The first sign; where it may mean several currencies, the one that a later one agrees with.
    private static String code(List<CurrencySign> signs) {
        CurrencySign first = signs.getFirst();
        return signs.stream().filter(s -> s.isSure() && first.agrees(s)).map(CurrencySign::usual).findFirst()
                .orElse(first.usual());
    }

    /// How many prices nobody knows the currency of.
    int unknown() {
        return unknown;
    }

    /// How many prices were given the currency that the other prices of the list name.
    int taken() {
        return taken;
    }

    /// What the other prices name, for people.
    String othersCode() {
        return others == null ? "" : code(List.of(others));
    }
}
