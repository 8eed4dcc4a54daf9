package org.commonwright.bom.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.commonwright.bom.Bom.Table;
import org.commonwright.bom.Column;
import org.jspecify.annotations.Nullable;

/// What a person says that the columns of a file mean, against or beyond what their headers say.
///
/// @param columns the headers as the file writes them, each with its meaning; without one the column is shown as it is
/// @param headerRow the row, from 1, that holds the headers; 0 where that is to be found
/// @param currency the currency, ISO 4217, of prices that name none; empty when nothing is said
public record ColumnMapping(SequencedMap<String, Optional<Column>> columns, int headerRow, String currency) {
    /// Nothing is said.
    public static final ColumnMapping NONE = new ColumnMapping(new LinkedHashMap<>(), 0, "");

    public ColumnMapping {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }

    /// What is said about a header; null when nothing is. Capitals, accents and punctuation make no difference.
    public @Nullable Optional<Column> of(String header) {
        if (columns.isEmpty()) {
            return null;
        }
        Optional<Column> exact = columns.get(header.strip());
        if (exact != null) {
            return exact;
        }
        String compact = HeaderWords.compact(header);
        for (Map.Entry<String, Optional<Column>> one : columns.entrySet()) {
            if (!compact.isEmpty() && compact.equals(HeaderWords.compact(one.getKey()))) {
                return one.getValue();
            }
        }
        return null;
    }

    /// Whether one of the headers of a table is the one that is meant.
    static boolean names(String header, Table table) {
        String compact = HeaderWords.compact(header);
        return table.headers().stream().anyMatch(
                h -> h.equals(header) || !compact.isEmpty() && compact.equals(HeaderWords.compact(h)));
    }

    /// What is said of another revision of the file, where nothing is said of this one.
    public ColumnMapping orElse(ColumnMapping other) {
        return isEmpty() ? other : this;
    }

    public boolean isEmpty() {
        return columns.isEmpty() && headerRow == 0 && currency.isEmpty();
    }

    /// This mapping with one header more; an earlier word on it is replaced.
    public ColumnMapping with(String header, Optional<Column> column) {
        var more = new LinkedHashMap<>(columns);
        String compact = HeaderWords.compact(header);
        more.keySet().removeIf(h -> !compact.isEmpty() && compact.equals(HeaderWords.compact(h)));
        more.put(header.strip(), column);
        return new ColumnMapping(more, headerRow, currency);
    }

    /// This mapping without a word on a header; what its cells say decides again.
    public ColumnMapping without(String header) {
        var fewer = new LinkedHashMap<>(columns);
        String compact = HeaderWords.compact(header);
        fewer.keySet().removeIf(h -> h.equals(header.strip()) || compact.equals(HeaderWords.compact(h)));
        return new ColumnMapping(fewer, headerRow, currency);
    }

    /// This mapping with the headers in another row, from 1; 0 to have it found.
    public ColumnMapping withHeaderRow(int row) {
        return new ColumnMapping(columns, row, currency);
    }

    /// This mapping with the currency of prices that name none, of three letters; empty to have it found.
    public ColumnMapping withCurrency(String code) {
        return new ColumnMapping(columns, headerRow, code);
    }
}
