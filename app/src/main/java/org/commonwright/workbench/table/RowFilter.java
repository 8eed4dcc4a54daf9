package org.commonwright.workbench.table;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.commonwright.i18n.Formats;
import org.jspecify.annotations.Nullable;

/// Which rows have what a person typed: every word must occur in some column, in sight or not; accents and case do not matter.
final class RowFilter {
    private RowFilter() {}

    /// @return null when nothing was typed
    static <T> @Nullable Predicate<T> of(String typed, List<Column<T>> columns, Formats formats) {
        String[] words = plain(typed).strip().split("\\s+");
        return typed.isBlank() ? null : row -> {
            var all = new StringBuilder();
            for (Column<T> column : columns) {
                all.append(column.text().apply(row, formats)).append('\n');
            }
            String text = plain(all.toString());
            for (String word : words) {
                if (!text.contains(word)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return bare(text);
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
    }
}
