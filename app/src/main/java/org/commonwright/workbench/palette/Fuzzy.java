package org.commonwright.workbench.palette;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// How well a few letters fit a name. The letters must occur in their order; those that begin words and those that follow
/// each other count more, skipped ones count against it. Accents and case do not matter.
final class Fuzzy {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int FIT = 4;
    private static final int FOLLOWS = 6;
    private static final int BEGINS = 8;
    private static final int MOST_GAP = 4;
    private static final int NONE = Integer.MIN_VALUE;

    private Fuzzy() {}

    /// Higher fits better; empty when it does not fit. Of all ways to find the letters in the name the best one counts.
    static OptionalInt score(String query, String name) {
        String letters = plain(query).replace(" ", "");
        String text = plain(name);
        if (letters.isEmpty()) {
            return OptionalInt.of(0);
        }
        int[] before = new int[text.length()];
        for (int i = 0; i < letters.length(); i++) {
            int[] now = new int[text.length()];
            Arrays.fill(now, NONE);
            for (int at = i; at < text.length(); at++) {
                int reached = i == 0 ? 0 : reach(before, at);
                if (text.charAt(at) == letters.charAt(i) && reached > NONE) {
                    now[at] = reached + FIT + (beginsWord(text, at) ? BEGINS : 0);
                }
            }
            before = now;
        }
        int best = Arrays.stream(before).max().orElse(NONE);
        return best == NONE ? OptionalInt.empty() : OptionalInt.of(best - text.length() / 8);
    }

    /// The best score with the letter before somewhere left of `at`.
    private static int reach(int[] before, int at) {
        int best = NONE;
        for (int last = at - 1; last >= 0; last--) {
            if (before[last] > NONE) {
                int gap = at - last - 1;
                best = Math.max(best, before[last] + (gap == 0 ? FOLLOWS : -Math.min(MOST_GAP, gap)));
            }
        }
        return best;
    }

    private static boolean beginsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
