package org.commonwright.bom.supply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;

/// Reads `rates.csv`. A row without a day, two currencies and a rate above zero is set aside with its reason.
public final class RateReader {
    private static final List<String> WORDS = List.of("date day jour datum", "from currency de von base",
            "to into vers nach quote", "rate value taux kurs", "source quelle");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private RateReader() {}

    /// @throws Fault `bom.no-rates-header` without the columns Date, From, To and Rate; `bom.not-text`, `bom.spreadsheet`,
    ///         `bom.too-many-cells`, `files.too-large`
    public static Rates read(String file, byte[] bytes) {
        var table = new SupplyTable(file, bytes, WORDS, List.of("date", "from", "to", "rate"), "bom.no-rates-header");
        List<Rate> rates = new ArrayList<>();
        for (SupplyTable.Row row : table.rows()) {
            Optional<LocalDate> date = row.date("date");
            String from = row.text("from").toUpperCase(Locale.ROOT);
            String to = row.text("to").toUpperCase(Locale.ROOT);
            Optional<BigDecimal> rate = row.number("rate").filter(r -> r.signum() > 0);
            if (date.isEmpty()) {
                row.setAside("bom.skipped-no-date");
            } else if (!CODE.matcher(from).matches() || !CODE.matcher(to).matches() || from.equals(to)) {
                row.setAside("bom.skipped-no-currency");
            } else if (rate.isEmpty()) {
                row.setAside("bom.skipped-no-rate");
            } else {
                rates.add(new Rate(row.place(), date.get(), from, to, rate.get(), row.text("source")));
            }
        }
        return new Rates(rates, table.skipped, table.problems);
    }
}
