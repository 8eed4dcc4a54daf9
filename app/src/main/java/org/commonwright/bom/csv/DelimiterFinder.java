package org.commonwright.bom.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chooses the delimiter under which the first rows of a text look most like a table: known headers count first, then how
/// many rows have the same number of cells. A first line `sep=;`, which spreadsheets write, decides at once.
///
/// @param knownHeaders how many cells of a row are headers that are known
public record DelimiterFinder(ToIntFunction<List<String>> knownHeaders) {
    /// Goes by the number of cells alone.
    public static final DelimiterFinder UNKNOWING = new DelimiterFinder(_ -> 0);

    private static final char[] CANDIDATES = {',', '\t', ';', '|'};
    private static final int ROWS = 60;
    private static final int CHARS = 1 << 16;
    private static final Pattern SEP = Pattern.compile("\\A\"?sep=([,;|\\t])\"?\\R");

    char find(String text) {
        Matcher sep = SEP.matcher(text);
        if (sep.lookingAt()) {
            return sep.group(1).charAt(0);
        }
        String head = text.substring(0, Math.min(text.length(), CHARS));
        char best = CANDIDATES[0];
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(CsvTokenizer.rows(head, candidate, ROWS));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private double score(List<CsvRow> rows) {
        int known = 0;
        Map<Integer, Integer> widths = new HashMap<>();
        int filled = 0;
        for (CsvRow row : rows) {
            if (!row.text().isBlank()) {
                filled++;
                known = Math.max(known, knownHeaders.applyAsInt(row.values()));
                widths.merge(row.size(), 1, Integer::sum);
            }
        }
        widths.remove(1);
        int regular = widths.values().stream().max(Integer::compare).orElse(0);
        return known + (filled == 0 ? 0 : 0.99 * regular / filled);
    }
}
