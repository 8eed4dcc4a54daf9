package org.commonwright.bom.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonwright.bom.NumberStyle;
import org.commonwright.bom.Offer;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.csv.DelimiterFinder;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Money;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// Reads `offers.csv`. A row that says no price in a known way is set aside with its reason.
public final class OfferReader {
    private static final BigDecimal MOST = new BigDecimal("1e12");

    private final String file;
    private final Map<OfferColumn, Integer> columns = new EnumMap<>(OfferColumn.class);
    private final List<Problem> problems = new ArrayList<>();

    private OfferReader(String file, CsvRow header) {
        this.file = file;
        for (int i = 0; i < header.size(); i++) {
            int index = i;
            OfferColumn.of(header.value(i)).ifPresent(c -> columns.putIfAbsent(c, index));
        }
    }

    /// @throws Fault `bom.no-offers-header` without the columns Part, Unit Price and Currency; `bom.not-text`,
    ///         `bom.spreadsheet`, `bom.too-many-cells`, `files.too-large`
    public static Offers read(String file, byte[] bytes) {
        var finder = new DelimiterFinder(
                cells -> (int) cells.stream().filter(c -> OfferColumn.of(c).isPresent()).count());
        List<CsvRow> rows = CsvText.parse(file, bytes, finder).rows();
        List<Offer> offers = new ArrayList<>();
        List<SkippedRow> skipped = new ArrayList<>();
        OfferReader reader = null;
        for (int i = 0; i < rows.size(); i++) {
            CsvRow row = rows.get(i);
            // Spreadsheets write `sep=;` before the header.
            boolean separator = i == 0 && row.text().matches("\"?sep=[,;|\\t]?\"?");
            if (row.isBlank() || separator || row.text().startsWith("#")) {
                skipped.add(skip(i + 1, row.isBlank() ? "bom.skipped-blank" : "bom.skipped-comment", row));
            } else if (reader == null) {
                reader = new OfferReader(file, row);
                reader.needs(OfferColumn.PART, OfferColumn.PRICE, OfferColumn.CURRENCY);
            } else {
                int number = i + 1;
                String[] reason = new String[1];
                Optional<Offer> offer = reader.offer(row, number, reason);
                offer.ifPresent(offers::add);
                if (offer.isEmpty()) {
                    skipped.add(skip(number, reason[0], row));
                    reader.problems.add(Problem.warning(Place.line(file, number), "bom.offer-set-aside",
                            Messages.Key.of(reason[0])));
                }
            }
        }
        return new Offers(offers, skipped, reader == null ? List.of() : reader.problems);
    }

    private void needs(OfferColumn... needed) {
        for (OfferColumn column : needed) {
            if (!columns.containsKey(column)) {
                throw new Fault("bom.no-offers-header", file);
            }
        }
    }

    private Optional<Offer> offer(CsvRow row, int number, String[] reason) {
        String part = cell(row, OfferColumn.PART);
        Optional<BigDecimal> price = number(row, OfferColumn.PRICE);
        String currency = cell(row, OfferColumn.CURRENCY).toUpperCase(Locale.ROOT);
        Optional<BigDecimal> minimum = cell(row, OfferColumn.MINIMUM).isEmpty()
                ? Optional.of(BigDecimal.ZERO)
                : number(row, OfferColumn.MINIMUM);
        Optional<BigDecimal> pack = number(row, OfferColumn.PACK).filter(p -> p.signum() > 0);
        Optional<Unit> unit = Unit.parse(cell(row, OfferColumn.UNIT));
        if (part.isEmpty()) {
            reason[0] = "bom.skipped-nothing";
        } else if (price.isEmpty()) {
            reason[0] = "bom.skipped-no-price";
        } else if (!currency.matches("[A-Z]{3}")) {
            reason[0] = "bom.skipped-no-currency";
        } else if (minimum.isEmpty() || unit.isEmpty() || pack.isEmpty() && !cell(row, OfferColumn.PACK).isEmpty()) {
            reason[0] = "bom.skipped-amount-unclear";
        } else {
            return Optional.of(new Offer(Place.line(file, number), part, cell(row, OfferColumn.SUPPLIER),
                    cell(row, OfferColumn.SKU),
                    minimum.get(), cell(row, OfferColumn.UNIT).isEmpty() ? null : unit.get(),
                    new Money(price.get(), currency), pack.orElse(null), leadTime(row, number), date(row, number),
                    cell(row, OfferColumn.LINK)));
        }
        return Optional.empty();
    }

    private @Nullable Integer leadTime(CsvRow row, int number) {
        String text = cell(row, OfferColumn.LEAD_TIME);
        if (text.matches("\\d{1,5}")) {
            return Integer.valueOf(text);
        }
        if (!text.isEmpty()) {
            problems.add(Problem.warning(place(number, OfferColumn.LEAD_TIME), "bom.lead-time-unclear", text));
        }
        return null;
    }

    private @Nullable LocalDate date(CsvRow row, int number) {
        String text = cell(row, OfferColumn.DATE);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            problems.add(Problem.warning(place(number, OfferColumn.DATE), "bom.date-unclear", text));
            return null;
        }
    }

    /// A number from 0 on; empty for an empty cell and for what is none.
    private Optional<BigDecimal> number(CsvRow row, OfferColumn column) {
        return NumberStyle.POINT.read(cell(row, column)).map(NumberStyle.Reading::number)
                .filter(n -> n.signum() >= 0 && n.compareTo(MOST) <= 0 && n.scale() < 40);
    }

    private Place place(int row, OfferColumn column) {
        return new Place(file, row, columns.getOrDefault(column, -1) + 1);
    }

    private String cell(CsvRow row, OfferColumn column) {
        Integer index = columns.get(column);
        return index == null ? "" : row.value(index).strip();
    }

    private static SkippedRow skip(int number, String reason, CsvRow row) {
        return new SkippedRow(number, Messages.Key.of(reason),
                row.text().substring(0, Math.min(160, row.text().length())));
    }
}
