package org.commonwright.bom;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What makes two rows the same part: manufacturer and MPN where there is an MPN, else the part's name. Upper and lower
/// case, compatible characters (full-width letters, ligatures) and spaces make no difference; only the mega of a value (`10M`) is
/// not its milli (`10m`).
///
/// @param manufacturer normalised; empty for a part known by its name
/// @param name the normalised MPN or name
/// @param byNumber whether `name` is an MPN
public record PartKey(String manufacturer, String name, boolean byNumber) {
    private static final Pattern MEGA = Pattern.compile("(?<![\\w.,])(\\d{1,9}(?:[.,]\\d{1,9})?)M(?!\\w)");

    /// The one letter that becomes two. Left to the library, each makes room for one more, and a long text takes for ever.
    private static final String DOTTED_I = "\u0130";
    private static final String DOTTED_I_LOWER = "i\u0307";

    public static PartKey of(BomLine line) {
        return line.mpn().isBlank() ? named(line.part()) : numbered(line.manufacturer(), line.mpn());
    }

    public static PartKey named(String part) {
        String name = part.indexOf('M') < 0 ? part : MEGA.matcher(part).replaceAll("$1meg");
        return new PartKey("", normalise(name), false);
    }

    public static PartKey numbered(String manufacturer, String mpn) {
        return new PartKey(normalise(manufacturer), normalise(mpn), true);
    }

    /// Lower case, compatible characters made one, runs of spaces made one.
    public static String normalise(String text) {
        if (isPlain(text)) {
            return text;
        }
        String t = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(DOTTED_I, DOTTED_I_LOWER)
                .toLowerCase(Locale.ROOT);
        var out = new StringBuilder(t.length());
        boolean gap = false;
        for (int i = 0; i < t.length(); i++) {
            char c = t.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c)) {
                gap = !out.isEmpty();
            } else {
                out.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
        return out.toString();
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof PartKey k && byNumber == k.byNumber && name.equals(k.name)
                && manufacturer.equals(k.manufacturer);
    }

    /// The hashes of texts are kept by them, so that this costs next to nothing.
    @Override
    public int hashCode() {
        return name.hashCode() * 31 + manufacturer.hashCode();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || c >= 'A' && c <= 'Z') {
                return false;
            }
        }
        return true;
    }
}
