package org.commonwright.review.comment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Lines of a text as a comment quotes them: without their ends, and no longer than people read.
final class QuotedLine {
    static final int LONGEST = 1_000;

    private QuotedLine() {}

    /// The lines of a text; a last line without an end is one.
    static List<String> all(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        var lines = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int to = end < 0 ? text.length() : end;
            lines.add(cut(text, at, to > at && text.charAt(to - 1) == '\r' ? to - 1 : to));
            at = end < 0 ? text.length() : end + 1;
        }
        return lines;
    }

    private static String cut(String text, int from, int to) {
        int end = Math.min(to, from + LONGEST);
        return text.substring(from, end > from && end < to && Character.isHighSurrogate(text.charAt(end - 1))
                ? end - 1
                : end);
    }

    /// How alike two lines are: the part of their words that both have, 0 to 1.
    static double alike(String a, String b) {
        List<String> left = words(a);
        List<String> right = new ArrayList<>(words(b));
        int all = left.size() + right.size();
        if (all == 0) {
            return 1;
        }
        long both = left.stream().filter(right::remove).count();
        return 2.0 * both / all;
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+|(?<=\\W)|(?=\\W)")).stream().filter(w -> !w.isBlank()).toList();
    }
}
