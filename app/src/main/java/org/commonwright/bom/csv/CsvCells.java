package org.commonwright.bom.csv;

/// How one cell is written (RFC 4180, section 2, rules 5 to 7), read with a little more tolerance: spaces may stand around
/// the quotes.
final class CsvCells {
    private CsvCells() {}

    static String value(String raw, char delimiter) {
        int first = 0;
        while (first < raw.length() && isGap(raw.charAt(first), delimiter)) {
            first++;
        }
        if (first == raw.length() || raw.charAt(first) != '"') {
            return raw;
        }
        String trimmed = trim(raw, delimiter);
        if (!isQuoted(trimmed)) {
            return raw;
        }
        String inside = trimmed.substring(1, trimmed.length() - 1);
        return inside.indexOf('"') < 0 ? inside : inside.replace("\"\"", "\"");
    }

    /// Whether a cell without spaces around it is a properly quoted one.
    static boolean isQuoted(String trimmed) {
        int last = trimmed.length() - 1;
        if (last < 1 || trimmed.charAt(0) != '"' || trimmed.charAt(last) != '"') {
            return false;
        }
        for (int i = 1; i < last; i++) {
            if (trimmed.charAt(i) == '"' && (++i == last || trimmed.charAt(i) != '"')) {
                return false;
            }
        }
        return true;
    }

    static String write(String value, char delimiter, boolean keepQuotes) {
        boolean edge = !value.isEmpty()
                && (value.charAt(0) == '#' || isGap(value.charAt(0), delimiter)
                        || isGap(value.charAt(value.length() - 1), delimiter));
        boolean needed = edge || value.indexOf(delimiter) >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return needed || keepQuotes ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    static String trim(String raw, char delimiter) {
        int from = 0;
        int to = raw.length();
        while (from < to && isGap(raw.charAt(from), delimiter)) {
            from++;
        }
        while (to > from && isGap(raw.charAt(to - 1), delimiter)) {
            to--;
        }
        return from == 0 && to == raw.length() ? raw : raw.substring(from, to);
    }

    static boolean isGap(char c, char delimiter) {
        return c != delimiter && (c == ' ' || c == '\t');
    }
}
