package org.commonwright.design.check;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Names that mean the same, or nearly.
final class Names {
    private static final int LONGEST = 120;

    private Names() {}

    /// The name without folder, endings and a count such as `_x2`, spelt plainly.
    static String stem(String path) {
        String name = name(path);
        int dot = name.indexOf('.', 1);
        return plain(CountInNameCheck.withoutCount(dot < 0 ? name : name.substring(0, dot)));
    }

    static String name(String path) {
        return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    }

    static String extension(String path) {
        String name = name(path);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// Small letters and digits, with hyphens for all else.
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    /// The one of some names that is nearest to a misspelt one; empty when none is near or two are equally so.
    static <T> Optional<T> nearest(Collection<T> all, Function<T, String> name, String misspelt) {
        String meant = plain(misspelt);
        T best = null;
        int least = Integer.MAX_VALUE;
        boolean two = false;
        for (T one : all) {
            int distance = distance(plain(name.apply(one)), meant);
            two = distance == least || distance > least && two;
            if (distance < least) {
                best = one;
                least = distance;
                two = false;
            }
        }
        return best == null || two || !isNear(plain(name.apply(best)), meant)
                ? Optional.empty()
                : Optional.of(best);
    }

    /// Whether one is a slip of the pen for the other: a letter more, less or other, two in long names.
    static boolean isNear(String a, String b) {
        int most = Math.min(a.length(), b.length()) < 4 ? 0 : Math.min(a.length(), b.length()) < 8 ? 1 : 2;
        return Math.abs(a.length() - b.length()) <= most && digits(a).equals(digits(b)) && distance(a, b) <= most;
    }

    /// `M3x10` is no slip of the pen for `M3x12`.
    private static String digits(String text) {
        return text.replaceAll("\\P{Nd}+", " ").strip();
    }

    /// How many letters have to be put in, taken out or exchanged (Levenshtein). Of long names, their beginnings.
    private static int distance(String left, String right) {
        String a = left.substring(0, Math.min(LONGEST, left.length()));
        String b = right.substring(0, Math.min(LONGEST, right.length()));
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(same, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }
}
