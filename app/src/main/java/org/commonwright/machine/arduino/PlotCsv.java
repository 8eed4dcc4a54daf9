package org.commonwright.machine.arduino;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonwright.bom.edit.SpreadsheetCsv;
import org.jspecify.annotations.Nullable;

/// Lines of a board as a table (RFC 4180): seconds since the first one, then a column for each curve. A curve that comes later makes
/// a new heading.
public final class PlotCsv {
    /// Between rows.
    static final String END = "\r\n";

    private final PlotNames names = new PlotNames();
    private List<String> columns = List.of();
    private @Nullable Instant first;

    /// @return no row for a line of text, two where a heading comes first
    public List<String> rows(MonitorLine line) {
        return names.next(line.text()).map(named -> rows(named, line.at())).orElse(List.of());
    }

    private List<String> rows(PlotNames.Named named, Instant at) {
        if (first == null) {
            first = at;
        }
        List<String> rows = new ArrayList<>();
        if (!columns.containsAll(named.names())) {
            List<String> all = new ArrayList<>(columns);
            named.names().stream().filter(name -> !all.contains(name)).forEach(all::add);
            columns = all.stream().distinct().toList();
            rows.add(row("seconds", columns));
        }
        double seconds = Duration.between(first, at).toNanos() / 1e9;
        rows.add(row(String.format(Locale.ROOT, "%.3f", seconds), columns.stream().map(name -> {
            int i = named.names().indexOf(name);
            return i < 0 ? "" : number(named.values().get(i));
        }).toList()));
        return rows;
    }

    /// Without its line end.
    static String row(String first, List<String> rest) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(rest);
        String row = SpreadsheetCsv.row(cells);
        return row.substring(0, row.length() - END.length());
    }

    /// Empty where there is none.
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
