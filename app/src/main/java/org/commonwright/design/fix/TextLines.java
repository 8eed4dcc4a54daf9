package org.commonwright.design.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as lines that keep their line ends.
final class TextLines {
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\n|\\r|$)");

    private TextLines() {}

    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        while (line.find() && !line.group().isEmpty()) {
            lines.add(line.group());
        }
        return lines;
    }

    /// A line without its line end.
    static String bare(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return line.substring(0, end);
    }

    /// The line end of the first line; `\n` where it has none.
    static String ending(List<String> lines) {
        String first = lines.isEmpty() ? "\n" : lines.getFirst();
        String end = first.substring(bare(first).length());
        return end.isEmpty() ? "\n" : end;
    }

    /// Empty when the line says something else.
    ///
    /// @param number from 1
    static Optional<String> set(String text, int number, String was, String now) {
        List<String> lines = of(text);
        if (number < 1 || number > lines.size() || !bare(lines.get(number - 1)).equals(was)) {
            return Optional.empty();
        }
        String old = lines.get(number - 1);
        lines.set(number - 1, now + old.substring(bare(old).length()));
        return Optional.of(String.join("", lines));
    }
}
