package org.commonwright.bom.price;

import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The signs and names of currencies that people write in lists: ISO 4217 codes, and the signs of many of them.
final class Currencies {
    private static final CurrencySign DOLLAR = new CurrencySign(
            List.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS"), "USD");
    private static final CurrencySign EURO = CurrencySign.of("EUR");
    private static final CurrencySign POUND = new CurrencySign(List.of("GBP", "EGP", "GIP", "SYP", "LBP"), "GBP");
    private static final CurrencySign YEN = new CurrencySign(List.of("JPY", "CNY"), "");
    private static final CurrencySign KRONE = new CurrencySign(List.of("SEK", "NOK", "DKK", "ISK"), "");
    private static final CurrencySign RUPEE = new CurrencySign(List.of("INR", "PKR", "LKR", "NPR", "MUR"), "");

    /// The longest first, so that `US$` is not read as `$`.
    private static final Map<String, CurrencySign> SIGNS = signs();
    private static final Map<String, CurrencySign> WORDS = words();
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode).filter(c -> !c.startsWith("X")).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> IN_SMALL = Set.of("usd", "eur", "gbp", "chf", "cad", "aud", "nzd", "sek", "nok",
            "dkk", "jpy", "cny", "inr", "pln", "czk", "sgd", "hkd", "huf", "brl", "krw", "twd", "mxn", "zar");
    private static final Pattern WORD = Pattern.compile("\\p{L}+\\.?");

    private Currencies() {}

    /// A sign and how many characters it takes.
    record Found(CurrencySign sign, int length) {}

    /// The sign that a text begins with.
    static Optional<Found> at(String text) {
        for (Map.Entry<String, CurrencySign> sign : SIGNS.entrySet()) {
            if (text.regionMatches(true, 0, sign.getKey(), 0, sign.getKey().length())) {
                return Optional.of(new Found(sign.getValue(), sign.getKey().length()));
            }
        }
        Matcher word = WORD.matcher(text);
        return word.lookingAt() ? word(word.group()).map(s -> new Found(s, word.end())) : Optional.empty();
    }

    /// The currency of one of the commonest signs; null for every other character.
    static @Nullable CurrencySign ofOne(char sign) {
        return switch (sign) {
            case '$' -> DOLLAR;
            case '€' -> EURO;
            case '£' -> POUND;
            default -> null;
        };
    }

    /// The sign that a whole word is.
    static Optional<CurrencySign> word(String written) {
        String word = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        if (CODES.contains(word)) {
            return Optional.of(CurrencySign.of(word));
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return IN_SMALL.contains(lower)
                ? Optional.of(CurrencySign.of(lower.toUpperCase(Locale.ROOT)))
                : Optional.ofNullable(WORDS.get(lower));
    }

    /// The currency that a text as a whole names: `EUR`, `€`, `euros`.
    static Optional<CurrencySign> all(String text) {
        String stripped = text.strip();
        return at(stripped).filter(found -> found.length() == stripped.length()).map(Found::sign);
    }

    /// The currency that a header names somewhere: `Price (EUR)`, `Cost [$]`, `Prix €`, `unit_cost_usd`.
    static Optional<CurrencySign> in(String header) {
        for (int i = 0; i < header.length(); i++) {
            boolean begins = i == 0 || !Character.isLetter(header.charAt(i - 1))
                    || !Character.isLetter(header.charAt(i));
            Optional<Found> found = begins ? at(header.substring(i)) : Optional.empty();
            boolean ends = found.isPresent() && (i + found.get().length() == header.length()
                    || !Character.isLetter(header.charAt(i + found.get().length() - 1))
                    || !Character.isLetter(header.charAt(i + found.get().length())));
            if (ends) {
                return found.map(Found::sign);
            }
        }
        return Optional.empty();
    }

    /// Whether these three letters are a currency.
    static boolean isCode(String text) {
        return CODES.contains(text);
    }

    private static Map<String, CurrencySign> signs() {
        Map<String, CurrencySign> signs = new LinkedHashMap<>();
        for (String one : List.of("US$ USD", "$US USD", "AU$ AUD", "CA$ CAD", "CAD$ CAD", "CDN$ CAD", "NZ$ NZD",
                "HK$ HKD", "NT$ TWD", "A$ AUD", "C$ CAD", "S$ SGD", "R$ BRL", "€ EUR", "₹ INR", "zł PLN", "Kč CZK",
                "₽ RUB", "₴ UAH", "₩ KRW", "₺ TRY", "฿ THB", "₫ VND", "₪ ILS", "₱ PHP", "৳ BDT", "元 CNY")) {
            signs.put(one.substring(0, one.indexOf(' ')), CurrencySign.of(one.substring(one.indexOf(' ') + 1)));
        }
        signs.put("$", DOLLAR);
        signs.put("£", POUND);
        signs.put("¥", YEN);
        signs.put("￥", YEN);
        return signs;
    }

    private static Map<String, CurrencySign> words() {
        Map<String, CurrencySign> words = new HashMap<>();
        for (String one : List.of("euro EUR", "euros EUR", "rmb CNY", "yuan CNY", "pln PLN", "zl PLN", "sfr CHF",
                "ft HUF", "francs CHF", "lei RON", "rm MYR", "rp IDR")) {
            words.put(one.substring(0, one.indexOf(' ')), CurrencySign.of(one.substring(one.indexOf(' ') + 1)));
        }
        words.put("fr", CurrencySign.of("CHF"));
        words.put("dollar", DOLLAR);
        words.put("dollars", DOLLAR);
        words.put("pound", POUND);
        words.put("pounds", POUND);
        words.put("yen", CurrencySign.of("JPY"));
        words.put("kr", KRONE);
        words.put("rs", RUPEE);
        return words;
    }
}
