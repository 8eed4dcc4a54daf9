package org.commonwright.bom.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.commonwright.Seed;
import org.commonwright.Soon;
import org.commonwright.bom.NumberStyle;
import org.commonwright.bom.price.MoneyReading.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTextTest {
    private static MoneyReading read(String cell) {
        return MoneyText.of(Stream.of(cell)).read(cell);
    }

    private static String shown(MoneyReading reading) {
        return switch (reading) {
            case Amount a -> a.number().toPlainString() + (a.saysMany() ? " for " + a.many() : "")
                    + (a.unit() == null ? "" : " per " + a.unit().symbol()) + (a.each() ? " each" : "")
                    + (a.currency() == null ? "" : " " + (a.currency().usual().isEmpty() ? "?" : a.currency().usual()))
                    + (a.about() ? " about" : "") + (a.ambiguous() ? " ambiguous" : "");
            case MoneyReading.Nothing _ -> "nothing";
            case MoneyReading.Unclear(String reason) -> reason;
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "$1.20 | 1.20 USD", "1,20 € | 1.20 EUR", "£3 | 3 GBP", "USD 4.5 | 4.5 USD", "1.234,50 | 1234.50",
            "1,234.50 | 1234.50", "CHF 2.- | 2 CHF", "CHF 2,-- | 2 CHF", "0.80/pcs | 0.80 each", "12 kr | 12 ?",
            "~5 | 5 about", "ca. 5 € | 5 EUR about", "free | 0", "gratuit | 0", "$3.99 for 10 | 3.99 for 10 USD",
            "10 for $3 | 3 for 10 USD", "$3.99/10 | 3.99 for 10 USD", "$5 (pack of 25) | 5 for 25 USD",
            "$5 per 100 pcs | 5 for 100 USD", "2.50 €/m | 2.50 per m each EUR", "20 EUR/kg | 20 per kg each EUR",
            "$1.20 each | 1.20 each USD", "1,20 €/Stk | 1.20 each EUR", "3,50 € l'unité | 3.50 each EUR",
            "US$ 5 | 5 USD", "A$12.95 | 12.95 AUD", "C$5 | 5 CAD", "5USD | 5 USD", "57.20$ | 57.20 USD",
            "0.8015$ | 0.8015 USD", "1 234,50 € | 1234.50 EUR", "1'234.50 | 1234.50", "'$4.00 | 4.00 USD",
            "**$4.00** | 4.00 USD", "Total: $223.43 | 223.43 USD", "$ 12.00 (incl. shipping) | 12.00 USD",
            "12 € HT | 12 EUR", "12 zł | 12 PLN", "¥ 30 | 30 ?", "30元 | 30 CNY", "R$ 5,00 | 5.00 BRL", ".05 | 0.05",
            "$1.20. | 1.20 USD", "5 euros | 5 EUR", "1,234 | 1234 ambiguous", "0 | 0", "$.30 | 0.30 USD"})
    void readsWhatPeopleWrite(String cell, String said) {
        assertEquals(said, shown(read(cell)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "–", "n/a", "N/A", "?", "tbd", "none", "unknown", "--"})
    void saysNothing(String cell) {
        assertInstanceOf(MoneyReading.Nothing.class, read(cell));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"Already owned | bom.price-no-number",
            "$5.00 - $20.00 | bom.price-not-understood", "-3.00 | bom.price-negative",
            "$5 € | bom.price-two-currencies", "3 to 5 | bom.price-not-understood",
            "57.20$ + 41.51€ | bom.price-not-understood", "see 4.2 | bom.price-not-understood",
            "0 for $3 | bom.price-not-understood",
            "1e99 | bom.price-not-understood", "99999999999999999 | bom.price-not-understood"})
    void tellsWhatIsNoPrice(String cell, String reason) {
        assertEquals(reason, shown(read(cell)));
    }

    @Test
    void theColumnDecidesTheSeparator() {
        var money = MoneyText.of(Stream.of("0,35 €", "1,200 €", "3"));
        assertEquals("1.200 EUR", shown(money.read("1,200 €")));
        assertEquals("1200 USD ambiguous", shown(MoneyText.of(Stream.of("$1,200", "$3.50")).read("$1,200")));
    }

    @Test
    void nothingTakesLongOrFails() throws Exception {
        long seed = Seed.chosen();
        var random = new Random(seed);
        List<String> pieces = List.of("$", "€", "1", "2,", ".", "-", " ", "for ", "10", "x", "/", "pcs", "(", ")",
                "about ",
                "kr", "'", "\u00a0", "USD", "\u0000", "+", "per ", "pack of ");
        var money = new MoneyText(NumberStyle.POINT);
        Soon.done(Duration.ofSeconds(20), "seed " + seed, () -> {
            for (int i = 0; i < 50_000; i++) {
                var cell = new StringBuilder();
                for (int n = random.nextInt(30); n >= 0; n--) {
                    cell.append(pieces.get(random.nextInt(pieces.size())));
                }
                if (money.read(cell.toString()) instanceof Amount a) {
                    assertTrue(a.number().signum() >= 0 && a.many().signum() > 0,
                            () -> cell + ", seed " + seed);
                }
            }
        });
    }
}
