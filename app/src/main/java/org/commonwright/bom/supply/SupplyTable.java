package org.commonwright.bom.supply;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.csv.DelimiterFinder;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;

/// The rows of a small table with known columns. Every row becomes a value or is set aside with its reason and a warning.
final class SupplyTable {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d{1,30})?");
    private static final int SHOWN = 160;

    private final String file;
    private final Map<String, Integer> columns;
    final List<SkippedRow> skipped = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /// @param words for each column, in compact form, the words that people use for it, the first its name
    /// @param needed the names of columns without which it is no such table
    /// @param noHeader the fault's code when one of them is not there
    /// @throws Fault `noHeader`, `bom.not-text`, `bom.spreadsheet`, `bom.too-many-cells`, `files.too-large`
    SupplyTable(String file, byte[] bytes, List<String> words, List<String> needed, String noHeader) {
        this.file = file;
        Map<String, String> names = new HashMap<>();
        for (String line : words) {
            String[] list = line.split(" ");
            for (String word : list) {
                names.put(word, list[0]);
            }
        }
        var finder = new DelimiterFinder(
                cells -> (int) cells.stream().filter(c -> names.containsKey(compact(c))).count());
        Map<String, Integer> found = new HashMap<>();
        List<CsvRow> all = CsvText.parse(file, bytes, finder).rows();
        for (int i = 0; i < all.size(); i++) {
            CsvRow row = all.get(i);
            if (row.isBlank() || row.text().startsWith("#")) {
                skipped.add(skip(i + 1, row.isBlank() ? "bom.skipped-blank" : "bom.skipped-comment", row));
            } else if (found.isEmpty()) {
                for (int c = 0; c < row.size(); c++) {
                    String name = names.get(compact(row.value(c)));
                    if (name != null) {
                        found.putIfAbsent(name, c);
                    }
                }
                if (!found.keySet().containsAll(needed)) {
                    throw new Fault(noHeader, file);
                }
            } else {
                rows.add(new Row(row, i + 1));
            }
        }
        this.columns = found;
    }

    List<Row> rows() {
        return rows;
    }

    /// One row that says something.
    final class Row {
        private final CsvRow row;
        private final int number;

        Row(CsvRow row, int number) {
            this.row = row;
            this.number = number;
        }

        String text(String column) {
            Integer at = columns.get(column);
            return at == null ? "" : printable(row.value(at)).strip();
        }

        /// A number from 0 on with a decimal point; empty for everything else.
        Optional<BigDecimal> number(String column) {
            String text = text(column);
            return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
        }

        /// Written `2025-03-01`.
        Optional<LocalDate> date(String column) {
            try {
                return Optional.of(LocalDate.parse(text(column)));
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }

        Place place() {
            return Place.line(file, number);
        }

        void setAside(String reason) {
            skipped.add(skip(number, reason, row));
            problems.add(Problem.warning(place(), "bom.row-set-aside", Messages.Key.of(reason)));
        }
    }

    /// Letters and digits in lower case, without accents and without what stands in brackets.
    static String compact(String header) {
        String cell = header.length() > SHOWN ? header.substring(0, SHOWN) : header;
        return Normalizer.normalize(cell, Normalizer.Form.NFKD).replaceAll("[(\\[][^)\\]]*[)\\]]", "")
                .replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static String printable(String cell) {
        return cell.chars().noneMatch(Character::isISOControl) ? cell : cell.replaceAll("\\p{Cntrl}+", " ");
    }

    private static SkippedRow skip(int number, String reason, CsvRow row) {
        return new SkippedRow(number, Messages.Key.of(reason),
                row.text().substring(0, Math.min(SHOWN, row.text().length())));
    }
}
