package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonwright.bom.Alternate;

/// Cells that hold more than one maker's number.
final class PartNumbers {
    private static final int LONGEST = 1000;
    private static final Pattern SURE = Pattern.compile("\\s*[;|\\n\\r]+\\s*|\\s+/\\s+|\\s+(?:or|ou|oder)\\s+");
    private static final Pattern LIKELY = Pattern.compile("\\s*,\\s+|\\s+");
    private static final Pattern NUMBER = Pattern.compile("(?=.*\\d)(?=.*\\p{L})\\S{6,}");

    private static final Pattern BETWEEN = Pattern.compile("[;\\n\\r]+");

    private PartNumbers() {}

    /// The numbers of one cell. A space parts two numbers only where each side has at least six characters, letters and
    /// digits, and about the length of the other: `PTS645SL50SMTR92 LFS` is one number, `CC0603JRX7R8BB223
    /// CX0603MRX7R8BB223` are two. A comma inside (`2N7002P,215`) belongs to the number.
    static List<String> split(String cell) {
        if (cell.length() > LONGEST || isOne(cell)) {
            return cell.isEmpty() ? List.of() : List.of(cell);
        }
        List<String> numbers = new ArrayList<>();
        SURE.splitAsStream(cell.strip()).map(String::strip).filter(s -> !s.isEmpty()).forEach(part -> {
            List<String> pieces = LIKELY.splitAsStream(part).toList();
            int longest = pieces.stream().mapToInt(String::length).max().orElse(0);
            boolean many = pieces.size() > 1
                    && pieces.stream().allMatch(p -> NUMBER.matcher(p).matches() && p.length() * 3 >= longest * 2);
            numbers.addAll(many ? pieces : List.of(part));
        });
        return numbers;
    }

    private static boolean isOne(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ';' || c == '|' || Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }

    /// The `Alternates` column: `Manufacturer: MPN` or a number alone, separated by `;`.
    static List<Alternate> alternates(String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        List<Alternate> alternates = new ArrayList<>();
        for (String part : BETWEEN.split(cell)) {
            String text = part.strip();
            int colon = text.startsWith("http") ? -1 : text.indexOf(": ");
            if (!text.isEmpty()) {
                alternates.add(colon <= 0
                        ? new Alternate("", text)
                        : new Alternate(text.substring(0, colon).strip(), text.substring(colon + 2).strip()));
            }
        }
        return alternates;
    }
}
