package org.commonwright.i18n;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The spaces of French print, where a bundle has those of the keyboard: no line ends before `: ; ! ? »` or after `«`.
///
/// Only a plain space that stands there already is replaced, and only before a sign that ends its word: `a::b`, `-- ?x` and
/// `{0?pièce|pièces}` stay. A command in quotes keeps its plain spaces, for a shell takes no other for a space, and one may be copied
/// along with the command. Arguments are filled in later and are never touched. The fonts of PDF's text have both spaces (that of code
/// lacks the narrow one, but only code of a design is set in it), and the terminal gets UTF-8 always.
final class FrenchSpaces {
    private static final char NO_BREAK = '\u00a0';
    private static final char NARROW = '\u202f';
    private static final Pattern SPACED = Pattern.compile(
            "(?<command>« (?:commonwright|git|record|review) [^»]*»)|(?<=\\S) (?<wide>[:»])(?![\\p{L}\\p{N}:/])"
                    + "|(?<=\\S) (?<narrow>[;!?])(?![\\p{L}\\p{N};!?=])|« ");

    private FrenchSpaces() {}

    static String in(String text) {
        return SPACED.matcher(text).replaceAll(at -> {
            if (at.group("command") != null) {
                return Matcher.quoteReplacement(at.group());
            }
            return at.group("wide") != null
                    ? NO_BREAK + at.group("wide")
                    : at.group("narrow") != null ? NARROW + at.group("narrow") : "«" + NO_BREAK;
        });
    }
}
