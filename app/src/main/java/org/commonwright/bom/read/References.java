package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads reference designators: lists (`C1, C2 C3`, `R1/R2`, `Q1, 2, 3`), ranges (`C103-C105`, `D2-5`, `D2..5`, `R5 to R10`),
/// names (`J3-1`).
///
/// `D2-5` could also be the name of one part. The quantity decides where it agrees with one reading; otherwise it is a range
/// when it rises.
final class References {
    /// The most references that a cell is expanded to.
    static final int MOST = 10_000;
    private static final String NAME = "[\\p{L}_$+]+";
    private static final Pattern DASH = Pattern
            .compile("(" + NAME + ")(\\d{1,9})(?:-|–|—|~|\\.{2,3}|‥|…)(" + NAME + ")?(\\d{1,9})");
    private static final Pattern SPACED = Pattern.compile(
            "(?<![\\p{L}\\d_])(" + NAME + "\\d{1,9})\\s+(?:-|–|—|~|\\.{2,3}|‥|…|to|thru|through|bis|à)\\s+((?:" + NAME
                    + ")?\\d{1,9})(?![\\p{L}\\d_])");
    private static final Pattern GAPS = Pattern
            .compile(
                    "\\s+(?:&|and|und|et)\\s+(?=\\p{L}{1,6}\\d)|[\\s,;]+|(?<=[\\p{L}\\d])\\+(?=\\p{L})|(?<=\\d)/(?=\\p{L}{1,6}\\d)");
    private static final Pattern LISTED = Pattern.compile("[,;\\n]+");
    private static final Pattern DESIGNATOR = Pattern.compile("[\\p{L}_$+]{1,12}\\S*\\d\\S*|\\d+");
    private static final Pattern LIKELY = Pattern.compile("[\\p{L}_$+]{1,12}\\d{1,6}[\\p{L}\\d_.…‥~–—-]*");

    private static final Pattern BARE = Pattern.compile("\\d{1,6}");
    private static final Pattern PLAIN = Pattern.compile("(" + NAME + ")\\d{1,6}");

    private References() {}

    static List<String> read(String cell, long count) {
        return read(cell, count, MOST);
    }

    /// @param cell the references' cell
    /// @param count how many there should be; negative when that is not known
    /// @param most ranges that would lead beyond this many stay as they are written
    static List<String> read(String cell, long count, int most) {
        if (cell.isBlank()) {
            return List.of();
        }
        List<String> plain = plain(cell);
        if (!plain.isEmpty()) {
            return plain;
        }
        List<String> tokens = named(tokens(cell), count);
        List<String> expanded = new ArrayList<>();
        boolean shortForm = false;
        for (String token : tokens) {
            Matcher range = DASH.matcher(token);
            boolean isRange = range.matches() && addRange(range, expanded, most);
            shortForm |= isRange && range.group(3) == null;
            if (!isRange) {
                expanded.add(token);
            }
        }
        return shortForm && count == tokens.size() && count != expanded.size() ? tokens : List.copyOf(expanded);
    }

    /// Bare numbers behind a designator have its letters (`Q1, 2, 3`), unless the quantity says that they are no designators.
    private static List<String> named(List<String> tokens, long count) {
        if (tokens.size() < 2 || count >= 0 && count != tokens.size()
                || tokens.stream().allMatch(t -> BARE.matcher(t).matches())) {
            return tokens;
        }
        List<String> named = new ArrayList<>(tokens.size());
        String letters = "";
        for (String token : tokens) {
            Matcher plain = PLAIN.matcher(token);
            letters = plain.matches() ? plain.group(1) : BARE.matcher(token).matches() ? letters : "";
            named.add(plain.matches() || letters.isEmpty() ? token : letters + token);
        }
        return named;
    }

    /// The designators of a cell that holds nothing but letters, digits and what parts them, as most do; empty for any other.
    private static List<String> plain(String cell) {
        List<String> found = new ArrayList<>();
        int start = -1;
        boolean letter = false;
        boolean digit = false;
        for (int i = 0; i <= cell.length(); i++) {
            char c = i == cell.length() ? ' ' : cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
                start = start < 0 ? i : start;
            } else if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
                letter |= !digit;
                start = start < 0 ? i : start;
            } else if (c == ' ' || c == ',' || c == ';') {
                if (start >= 0 && !(letter && digit)) {
                    return List.of();
                }
                if (start >= 0) {
                    found.add(cell.substring(start, i));
                }
                start = -1;
                letter = false;
                digit = false;
            } else {
                return List.of();
            }
        }
        return found;
    }

    /// Whether the cell could be a list of reference designators.
    static boolean isLikely(String cell) {
        List<String> tokens = named(tokens(cell), -1);
        return !tokens.isEmpty() && tokens.stream().allMatch(t -> LIKELY.matcher(t).matches());
    }

    /// Words that are no designators (`USB Type A`) stay together.
    private static List<String> tokens(String cell) {
        String joined = cell.indexOf(' ') < 0 ? cell : SPACED.matcher(cell).replaceAll("$1..$2");
        List<String> all = GAPS.splitAsStream(joined).filter(t -> !t.isEmpty()).toList();
        if (all.stream().filter(t -> DESIGNATOR.matcher(t).matches()).count() * 2 >= all.size()) {
            return all;
        }
        return LISTED.splitAsStream(joined).map(String::strip).filter(t -> !t.isEmpty()).toList();
    }

    private static boolean addRange(Matcher range, List<String> to, int most) {
        String name = range.group(1);
        if (range.group(3) != null && !range.group(3).equals(name)) {
            return false;
        }
        int first = Integer.parseInt(range.group(2));
        int last = Integer.parseInt(range.group(4));
        if (last <= first || last - first >= most - to.size()) {
            return false;
        }
        int width = range.group(2).startsWith("0") ? range.group(2).length() : 1;
        for (int n = first; n <= last; n++) {
            String digits = Integer.toString(n);
            to.add(name + "0".repeat(Math.max(0, width - digits.length())) + digits);
        }
        return true;
    }
}
