package org.commonwright.bom.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.csv.DelimiterFinder;
import org.commonwright.bom.csv.TextEncoding;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;

/// An `offers.csv` to which offers are added. Rows that are not touched keep their bytes; a row that waits for the price of the same
/// part is filled, any other offer stands behind the last row; a column that the table lacks comes behind the last one.
public final class OfferTable {
    private static final List<String> HEADER = List.of("Part", "Supplier", "SKU", "Minimum Quantity", "Unit",
            "Unit Price",
            "Currency", "Pack", "Lead Time Days", "Date", "Link");
    private static final Map<OfferColumn, String> NAMES = names();

    private final String file;
    private final CsvText text;
    private final List<CsvRow> rows;
    private final Map<OfferColumn, Integer> columns = new EnumMap<>(OfferColumn.class);
    private int header = -1;

    private OfferTable(String file, byte @Nullable [] bytes) {
        this.file = file;
        this.text = bytes == null || bytes.length == 0
                ? new CsvText(List.of(), ',', TextEncoding.UTF_8, false)
                : CsvText.parse(file, bytes, new DelimiterFinder(
                        cells -> (int) cells.stream().filter(c -> OfferColumn.of(c).isPresent()).count()));
        this.rows = new ArrayList<>(text.rows());
        for (int i = 0; i < rows.size() && header < 0; i++) {
            header = isNothing(rows.get(i)) ? -1 : i;
        }
        if (header < 0) {
            append(HEADER);
            header = rows.size() - 1;
        }
        for (int i = 0; i < rows.get(header).size(); i++) {
            int at = i;
            OfferColumn.of(rows.get(header).value(i)).ifPresent(c -> columns.putIfAbsent(c, at));
        }
        if (!columns.keySet().containsAll(List.of(OfferColumn.PART, OfferColumn.PRICE, OfferColumn.CURRENCY))) {
            throw new Fault("bom.no-offers-header", file);
        }
    }

    /// Adds offers.
    ///
    /// @param bytes of the file; null for one that is not there yet
    /// @throws Fault what is wrong with an offer (`bom.offer-…`), `bom.offer-twice` for one that is there already, and what
    ///         [OfferReader#read] and [CsvText#bytes] throw
    public static byte[] add(String file, byte @Nullable [] bytes, List<NewOffer> offers) {
        List<Offer> there = bytes == null || bytes.length == 0 ? List.of() : read(file, bytes);
        var table = new OfferTable(file, bytes);
        for (NewOffer offer : offers) {
            offer.wrong().ifPresent(reason -> {
                throw new Fault(reason.key(), reason.arguments().toArray());
            });
            twice(there, offer);
            table.put(offer);
        }
        byte[] now = table.text.withRows(table.rows).bytes();
        if (read(file, now).size() != there.size() + offers.size()) {
            throw new Fault("bom.offer-not-kept", file);
        }
        return now;
    }

    /// Adds a row to complete for each part that no row names yet.
    ///
    /// @param bytes of the file; null for one that is not there yet
    /// @return empty when there is a row for each
    public static Optional<byte[]> open(String file, byte @Nullable [] bytes, List<String> parts) {
        var table = new OfferTable(file, bytes);
        int before = table.rows.size();
        for (String part : parts) {
            NewOffer row = NewOffer.of(part);
            if (row.unreadable().isEmpty() && table.rows.stream().skip(table.header + 1L)
                    .noneMatch(r -> !isNothing(r) && table.isOf(r, row))) {
                table.append(table.values(row));
            }
        }
        return table.rows.size() == before ? Optional.empty() : Optional.of(table.text.withRows(table.rows).bytes());
    }

    /// A file whose header is still to come has no offers.
    private static List<Offer> read(String file, byte[] bytes) {
        return OfferReader.read(file, bytes).offers();
    }

    private static void twice(List<Offer> there, NewOffer offer) {
        BigDecimal from = offer.minimum().isEmpty() ? BigDecimal.ZERO : new BigDecimal(offer.minimum());
        there.stream().filter(o -> PartKey.normalise(o.part()).equals(PartKey.normalise(offer.part()))
                && o.supplier().equalsIgnoreCase(offer.supplier()) && o.sku().equals(offer.sku())
                && o.minimum().compareTo(from) == 0).findFirst().ifPresent(o -> {
                    throw new Fault("bom.offer-twice", offer.part(), o.row());
                });
    }

    private void put(NewOffer offer) {
        Map<OfferColumn, String> cells = offer.cells();
        CsvRow head = rows.get(header);
        for (OfferColumn column : cells.keySet()) {
            if (!columns.containsKey(column)) {
                columns.put(column, head.size());
                head = head.with(head.size(), NAMES.get(column));
            }
        }
        rows.set(header, head);
        for (int i = header + 1; i < rows.size(); i++) {
            CsvRow row = rows.get(i);
            if (!isNothing(row) && waits(row, offer)) {
                for (Map.Entry<OfferColumn, String> cell : cells.entrySet()) {
                    int at = columns.get(cell.getKey());
                    row = row.value(at).equals(cell.getValue()) ? row : row.with(at, cell.getValue());
                }
                rows.set(i, row);
                return;
            }
        }
        append(values(offer));
    }

    /// Whether a row names the part and says nothing that the offer does not say.
    private boolean waits(CsvRow row, NewOffer offer) {
        Map<OfferColumn, String> cells = offer.cells();
        return isOf(row, offer) && cell(row, OfferColumn.PRICE).isEmpty() && Arrays.stream(OfferColumn.values())
                .filter(c -> c != OfferColumn.PART && !cell(row, c).isEmpty())
                .allMatch(c -> cell(row, c).equalsIgnoreCase(cells.getOrDefault(c, "")));
    }

    private boolean isOf(CsvRow row, NewOffer offer) {
        return PartKey.normalise(cell(row, OfferColumn.PART)).equals(PartKey.normalise(offer.part()));
    }

    private String cell(CsvRow row, OfferColumn column) {
        Integer at = columns.get(column);
        return at == null ? "" : row.value(at).strip();
    }

    private List<String> values(NewOffer offer) {
        List<String> values = new ArrayList<>(Collections.nCopies(rows.get(header).size(), ""));
        offer.cells().forEach((column, value) -> values.set(columns.get(column), value));
        return values;
    }

    private void append(List<String> values) {
        String ending = text.ending();
        if (!rows.isEmpty() && rows.getLast().ending().isEmpty()) {
            rows.set(rows.size() - 1, rows.getLast().withEnding(ending));
        }
        rows.add(CsvRow.of(values, text.delimiter(), ending));
    }

    private static boolean isNothing(CsvRow row) {
        return row.isBlank() || row.text().startsWith("#");
    }

    private static Map<OfferColumn, String> names() {
        Map<OfferColumn, String> names = new EnumMap<>(OfferColumn.class);
        HEADER.forEach(name -> names.put(OfferColumn.of(name).orElseThrow(), name));
        return Collections.unmodifiableMap(names);
    }
}
