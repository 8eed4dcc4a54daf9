package org.commonwright.bom.price;

import java.util.List;

/// What stands beside a price for its currency. `EUR` means one currency; `$` and `kr` may mean several.
///
/// @param codes ISO 4217, those that it may mean
/// @param usual the one that is meant where nothing else is said; empty when nobody can know
record CurrencySign(List<String> codes, String usual) {
    CurrencySign {
        codes = List.copyOf(codes);
    }

    static CurrencySign of(String code) {
        return new CurrencySign(List.of(code), code);
    }

    boolean isSure() {
        return codes.size() == 1;
    }

    /// Whether both may mean the same currency.
    boolean agrees(CurrencySign other) {
        return codes.stream().anyMatch(other.codes::contains);
    }
}
