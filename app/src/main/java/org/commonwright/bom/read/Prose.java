package org.commonwright.bom.read;

import java.util.List;
import java.util.regex.Pattern;

/// Texts that tell about parts in sentences instead of listing them.
final class Prose {
    private static final Pattern FILE = Pattern.compile("(?i).*\\.(?:txt|md|markdown|rst)");
    private static final Pattern SEPARATED = Pattern.compile("[\\t;|]");
    private static final int WORDS = 5;

    private Prose() {}

    /// Whether at least half of what a text says are sentences.
    static boolean isOne(String file, String text) {
        if (!FILE.matcher(file).matches()) {
            return false;
        }
        List<String> rows = text.lines().filter(row -> !row.isBlank()).limit(PlainList.LOOK).toList();
        long sentences = rows.stream().filter(row -> !SEPARATED.matcher(row).find()
                && row.strip().split("\\s+", WORDS).length == WORDS).count();
        return sentences > 0 && sentences * 2 >= rows.size();
    }
}
