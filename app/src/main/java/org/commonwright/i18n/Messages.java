package org.commonwright.i18n;

import java.text.Bidi;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.error.Quoted;
import org.commonwright.model.Person;

/// The program's texts in one language. A key's first part names its bundle: `bom.no-header` is in `bom.properties`.
///
/// In a text `{0}` stands for the first argument (a number, a size or an instant is written in the reader's locale, an enum
/// or a message key inside a [Key] is translated), and `{0?file|files}` chooses singular or plural by the first argument.
/// Apostrophes need no escaping.
public final class Messages {
    /// What a text of several lines is laid out with.
    private static final String LAID_OUT = "\n\r\t";

    /// Has no width and is read from left to right.
    private static final char LEFT_TO_RIGHT = '\u200e';

    private final Locale locale;
    private final boolean kept;

    public Messages(Locale locale) {
        this(locale, false);
    }

    private Messages(Locale locale, boolean kept) {
        this.locale = locale;
        this.kept = kept;
    }

    /// The same texts for labels: an argument in Arabic or Hebrew is marked off, so that it turns neither the sentence nor the
    /// number beside it round. For what is only looked at: what is put into other texts, written or copied has no marks.
    public Messages forLabels() {
        return new Messages(locale, true);
    }

    /// An argument that is itself a text of the program.
    public record Key(String key, List<Object> arguments) {
        public static Key of(String key, Object... arguments) {
            return new Key(key, List.of(arguments));
        }
    }

    /// A number of bytes as an argument: `12 MB`.
    public record Bytes(long count) {}

    public Locale locale() {
        return locale;
    }

    public String get(String key, Object... arguments) {
        return get(key, List.of(arguments));
    }

    public String get(String key, List<Object> arguments) {
        return Template.fill(pattern(key), arguments, this);
    }

    public String get(Fault fault) {
        return get(fault.code(), fault.arguments());
    }

    /// The problem's sentence, its place in front when it has one.
    public String get(Problem problem) {
        String text = get(problem.code(), problem.arguments());
        return problem.place() == null ? text : Quoted.seen(problem.place().toString(), "") + ": " + text;
    }

    /// What people call somebody: the name, the address where none was given, and in words that there is neither.
    public String called(Person person) {
        return !person.name().isBlank()
                ? person.name()
                : person.email().isBlank() ? get("contribution.nobody") : person.email();
    }

    /// Name and address, without a gap where one of them was not given.
    public String written(Person person) {
        return person.name().isBlank() || person.email().isBlank() ? called(person) : person.toString();
    }

    /// Whether there is a text for this key: one from a file may be of another version.
    public static boolean isKnown(String key) {
        try {
            new Messages(Locale.ROOT).pattern(key);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    String argument(Object value) {
        return switch (value) {
            case Key key -> get(key.key(), key.arguments());
            case Number number -> numbers().format(number);
            case Bytes(long count) -> new Formats(locale).bytes(count);
            case Instant at -> new Formats(locale).dateTime(at, ZoneId.systemDefault());
            default -> kept(Quoted.seen(value.toString(), LAID_OUT));
        };
    }

    private String kept(String text) {
        return kept && Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                ? LEFT_TO_RIGHT + text + LEFT_TO_RIGHT
                : text;
    }

    /// French treats 0 and everything below 2 as singular, English only 1.
    boolean singular(Object value) {
        if (!(value instanceof Number number)) {
            return false;
        }
        double n = Math.abs(number.doubleValue());
        return locale.getLanguage().equals("fr") ? n < 2 : n == 1;
    }

    private NumberFormat numbers() {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format;
    }

    private String pattern(String key) {
        int dot = key.indexOf('.');
        String room = dot < 0 ? key : key.substring(0, dot);
        try {
            return bundle(room).getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("no text for the key " + key, e);
        }
    }

    private ResourceBundle bundle(String room) {
        return Bundles.load("org.commonwright.i18n." + room, locale);
    }
}
