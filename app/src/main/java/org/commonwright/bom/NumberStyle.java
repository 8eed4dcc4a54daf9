package org.commonwright.bom;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How the numbers of a file are written: with a decimal point or with a decimal comma.
public enum NumberStyle {
    POINT, COMMA;

    private static final Pattern SURE_COMMA = Pattern
            .compile("(?:^|\\D)(?:0,\\d+|\\d+,\\d{1,2}|\\d+,\\d{4,})(?:\\D|$)");
    private static final Pattern SURE_POINT = Pattern
            .compile("(?:^|\\D)(?:0\\.\\d+|\\d+\\.\\d{1,2}|\\d+\\.\\d{4,})(?:\\D|$)");
    private static final String SPACES = "[ \\u00a0\\u202f'’]";
    private static final Pattern SPACED = Pattern.compile("[-+]?\\d{1,3}(?:" + SPACES + "\\d{3})++(?:[.,].*)?");

    /// A number and whether its one separator could be meant the other way.
    public record Reading(BigDecimal number, boolean ambiguous) {}

    /// The style of a column: comma where one number can only have a decimal comma and none a decimal point.
    public static NumberStyle of(Stream<String> numbers) {
        boolean[] comma = new boolean[1];
        boolean[] point = new boolean[1];
        numbers.forEach(n -> {
            comma[0] = comma[0] || n.indexOf(',') >= 0 && SURE_COMMA.matcher(n).find();
            point[0] = point[0] || n.indexOf('.') >= 0 && SURE_POINT.matcher(n).find();
        });
        return comma[0] && !point[0] ? COMMA : POINT;
    }

    /// The number that `text` writes, without spaces around it.
    public Optional<Reading> read(String text) {
        String t = text;
        if (t.chars().anyMatch(c -> " \u00a0\u202f'’".indexOf(c) >= 0)) {
            if (!SPACED.matcher(t).matches()) {
                return Optional.empty();
            }
            t = t.replaceAll(SPACES, "");
        }
        int comma = t.lastIndexOf(',');
        int point = t.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            return decimal(t, comma > point ? ',' : '.', comma > point ? '.' : ',', false);
        }
        char mark = comma >= 0 ? ',' : '.';
        int at = Math.max(comma, point);
        if (at < 0) {
            return decimal(t, '.', ',', false);
        }
        char other = mark == ',' ? '.' : ',';
        if (t.indexOf(mark) != at) {
            return decimal(t, other, mark, false);
        }
        boolean couldGroup = t.matches("[-+]?[1-9]\\d{0,2}[.,]\\d{3}");
        boolean groups = couldGroup && (mark == ',' ? this == POINT : this == COMMA);
        return groups ? decimal(t, other, mark, true) : decimal(t, mark, other, false);
    }

    private static Optional<Reading> decimal(String text, char mark, char group, boolean ambiguous) {
        String[] halves = text.split(Pattern.quote(String.valueOf(mark)), -1);
        String whole = halves[0];
        if (halves.length > 2 || whole.indexOf(group) >= 0
                && !whole.matches("[-+]?\\d{1,3}(?:" + Pattern.quote(String.valueOf(group)) + "\\d{3})++")) {
            return Optional.empty();
        }
        String plain = whole.replace(String.valueOf(group), "") + (halves.length == 2 ? "." + halves[1] : "");
        return plain.matches("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d{1,3})?")
                ? Optional.of(new Reading(new BigDecimal(plain), ambiguous))
                : Optional.empty();
    }
}
