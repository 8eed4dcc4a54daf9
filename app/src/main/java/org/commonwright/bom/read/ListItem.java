package org.commonwright.bom.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of a plain list: how many of what. `2 x M3x10`, `- 4 M3 nut`, `3 pcs of tape`, `0.8 m rod`, `M3 nut (x4)`,
/// `M3x10: 2`, `rope, 2 m`, and the last two columns of a table of totals (`1|  | 2|  3 M3 nut`).
///
/// @param amount the quantity as it is written, with its unit
/// @param name what is needed
/// @param total whether it is a total behind columns for each assembly
record ListItem(String amount, String name, boolean total) {
    private static final int LONGEST = 1000;
    private static final Pattern BULLET = Pattern.compile("\\s*(?:[-*•+–]\\s+|\\[[ xX]]\\s+|\\d{1,3}[.)]\\s+)*+");
    private static final Pattern TOTAL = Pattern.compile("[\\s\\d|]*\\|\\s*(\\d{1,9})\\s+(\\S.*)");
    private static final String NUMBER = "(?:\\d{1,9}(?:[.,]\\d{1,9})?|\\d{1,4}/\\d{1,4}|[¼½¾])";
    private static final Pattern FRONT = Pattern
            .compile("(" + NUMBER + ")(?:\\s*[x×*]\\s+|[x×]\\s*(?=\\p{Lu})|\\s+)(\\S.*)");
    private static final Pattern UNIT = Pattern.compile(
            "(" + NUMBER
                    + "\\s*(?:pcs?|pieces?|pi[eè]ces?|stk|st(?:ü|ue)ck|m|cm|kg|g|ml|l|mm(?=\\s+(?:of|de)\\s)))\\.?\\s+"
                    + "(?:of\\s+|de\\s+|d['’])?(\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /// `608 bearing: 3`, `rope, 2 m`: what stands behind a colon, or behind a comma with its unit, is how many.
    private static final Pattern COUNTED = Pattern.compile(
            "(\\S.*?)(?::\\s*(?=\\d+\\s*(?:x|×|pcs?|pieces?)?$)|,\\s*(?=[\\d.,/]+\\s*(?:x|×|pcs?|pieces?|pi[eè]ces?|stk|m|kg|g|ml)$))("
                    + NUMBER + "\\s*(?:x|×|pcs?|pieces?|pi[eè]ces?|stk|m|kg|g|ml)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BACK = Pattern
            .compile(
                    "(\\S.*?)\\s*(?:[(\\[]\\s*[x×]?\\s*(\\d{1,9})\\s*[x×]?\\s*[)\\]]|\\s[x×]\\s*(\\d{1,9})|:\\s*(\\d{1,9})"
                            + "(?:\\s*(?:x|×|pcs?|pieces?))?)");

    /// The item that a line is; empty when it is none.
    static Optional<ListItem> of(String line) {
        if (line.length() > LONGEST || line.indexOf('\t') > 0 || line.indexOf(';') >= 0) {
            return Optional.empty();
        }
        Matcher total = TOTAL.matcher(line);
        if (line.indexOf('|') >= 0) {
            return total.matches()
                    ? Optional.of(new ListItem(total.group(1), total.group(2).strip(), true))
                    : Optional.empty();
        }
        Matcher bullet = BULLET.matcher(line);
        String text = bullet.lookingAt() ? line.substring(bullet.end()).strip() : line.strip();
        Matcher unit = UNIT.matcher(text);
        if (unit.matches()) {
            return Optional.of(new ListItem(unit.group(1), unit.group(2), false));
        }
        Matcher front = FRONT.matcher(text);
        Matcher counted = COUNTED.matcher(text);
        boolean behind = counted.matches() && !text.matches(".*\\d\\s*[x×*]\\s+.*")
                && (text.charAt(counted.end(1)) == ':' || !front.matches());
        if (behind) {
            return Optional.of(new ListItem(counted.group(2), counted.group(1), false));
        }
        if (front.matches()) {
            return Optional.of(new ListItem(front.group(1), front.group(2), false));
        }
        Matcher back = BACK.matcher(text);
        if (back.matches()) {
            String amount = back.group(2) == null
                    ? back.group(3) == null ? back.group(4) : back.group(3)
                    : back.group(2);
            return Optional.of(new ListItem(amount, back.group(1), false));
        }
        return Optional.empty();
    }
}
