package org.commonwright.error;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What is quoted of somebody's file in a sentence: not the whole of a long cell, and each character seen. One that a screen would
/// obey (a line's end, an escape, the turning round of the reading direction) stands there as its name. What in an address may be a
/// password or a key is left out: sentences go to screens, logs and other people.
public final class Quoted {
    /// The most characters of a text in a sentence; what is longer ends in `…`.
    public static final int LONGEST = 300;

    private static final char PICTURES = '\u2400';
    private static final char PICTURE_OF_DELETE = '\u2421';

    /// Name and password before a host; a name alone only where it may be a key (RFC 3986, section 3.2.1).
    private static final Pattern SECRET = Pattern.compile("(?i)(?<=https?://)[^\\s/]*@|(?<=//)[^\\s/:@]*:[^\\s/]*@");
    private static final String HIDDEN = "…@";

    private Quoted() {}

    /// The arguments of a sentence; only texts are changed.
    public static List<Object> all(List<Object> arguments) {
        return arguments.stream().map(argument -> argument instanceof String text ? of(text) : argument).toList();
    }

    static List<Object> all(Object... arguments) {
        return all(Arrays.asList(arguments));
    }

    /// A text as it may stand in a sentence.
    public static String of(String text) {
        String shown = text.indexOf('@') < 0 ? text : SECRET.matcher(text).replaceAll(HIDDEN);
        if (shown.length() > LONGEST) {
            int end = LONGEST - 1;
            shown = shown.substring(0, Character.isHighSurrogate(shown.charAt(end - 1)) ? end - 1 : end) + "…";
        }
        return seen(shown, "");
    }

    /// A text of any length with its hidden characters seen, but for those that are named.
    public static String seen(String text, String asTheyAre) {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text.charAt(i)) && asTheyAre.indexOf(text.charAt(i)) < 0) {
                return named(text, asTheyAre);
            }
        }
        return text;
    }

    /// Whether an argument of a problem says all that stood in the file, so that it may be written back.
    public static boolean isWhole(Object argument) {
        return !(argument instanceof String text) || !(text.length() >= LONGEST - 1 && text.endsWith("…"))
                && !text.contains("//" + HIDDEN) && text.indexOf("<U+") < 0
                && text.chars().noneMatch(c -> c >= PICTURES && c <= PICTURE_OF_DELETE);
    }

    private static String named(String text, String asTheyAre) {
        var out = new StringBuilder(text.length() + 8);
        for (char c : text.toCharArray()) {
            if (!isHidden(c) || asTheyAre.indexOf(c) >= 0) {
                out.append(c);
            } else if (c < ' ') {
                out.append((char) (PICTURES + c));
            } else if (c == 0x7f) {
                out.append(PICTURE_OF_DELETE);
            } else {
                out.append("<U+%04X>".formatted((int) c));
            }
        }
        return out.toString();
    }

    /// Control characters, other line ends, marks of direction (Unicode Standard Annex 9, table 3).
    private static boolean isHidden(char c) {
        return c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x061c || c == 0x200e || c == 0x200f
                || c >= 0x2028 && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }
}
