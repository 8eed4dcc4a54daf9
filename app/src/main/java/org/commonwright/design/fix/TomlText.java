package org.commonwright.design.fix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.files.Toml;

/// Edits of a TOML file that leave every other byte as it is: comments, order, spaces. What is not written plainly enough to be
/// edited safely (a value over several lines, a key in quotes) is left alone. (TOML 1.0, "Keyvalue pair", "String".)
final class TomlText {
    private static final TomlMapper TOML = new TomlMapper();
    private static final Pattern KEY = Pattern.compile("(\\s*)([A-Za-z0-9_-]+)(\\s*=\\s*)(.*)");
    private static final Pattern PLAIN = Pattern
            .compile("(\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*'|[A-Za-z0-9_+:.-]+)(\\s*(?:#.*)?)");
    private static final Pattern STRING = Pattern
            .compile(
                    "#[^\\r\\n]*|\"\"\"[\\s\\S]*?\"\"\"|'''[\\s\\S]*?'''|\"((?:[^\"\\\\\\r\\n]|\\\\.)*+)\"|'([^'\\r\\n]*)'");

    private TomlText() {}

    /// The text with a key at its top set, or added below the others there; empty when that cannot be done without touching
    /// anything else.
    static Optional<String> set(String text, String key, String value) {
        return written(text, key, value).filter(now -> says(text, now, key, value));
    }

    /// Whether the second text says what the first does, but for this key.
    private static boolean says(String before, String after, String key, String value) {
        try {
            JsonNode expected = TOML.readTree(plain(before));
            return expected instanceof ObjectNode object && object.put(key, value).equals(TOML.readTree(plain(after)));
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    private static String plain(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Optional<String> written(String text, String key, String value) {
        List<String> lines = new ArrayList<>(TextLines.of(text));
        String end = TextLines.ending(lines);
        int after = -1;
        int top = top(lines);
        for (int i = 0; i < top; i++) {
            Matcher pair = KEY.matcher(TextLines.bare(lines.get(i)));
            if (!pair.matches()) {
                continue;
            }
            if (pair.group(2).equals(key)) {
                Matcher plain = PLAIN.matcher(pair.group(4));
                if (!plain.matches()) {
                    return Optional.empty();
                }
                String old = lines.get(i);
                lines.set(i, pair.group(1) + key + pair.group(3) + Toml.quoted(value) + plain.group(2)
                        + old.substring(TextLines.bare(old).length()));
                return Optional.of(String.join("", lines));
            }
            after = i;
        }
        String line = key + " = " + Toml.quoted(value) + end;
        int at = behind(lines, after, top);
        if (at > 0 && TextLines.bare(lines.get(at - 1)).equals(lines.get(at - 1))) {
            lines.set(at - 1, lines.get(at - 1) + end);
        }
        lines.add(at, line);
        return Optional.of(String.join("", lines));
    }

    /// The text with another name for a key at its top or for tables of that name; empty when there is none.
    static Optional<String> rename(String text, String key, String to) {
        List<String> lines = new ArrayList<>(TextLines.of(text));
        Pattern header = Pattern.compile("(\\s*\\[{1,2}\\s*)" + Pattern.quote(key) + "(\\s*[].].*)", Pattern.DOTALL);
        boolean found = false;
        int top = top(lines);
        for (int i = 0; i < lines.size(); i++) {
            Matcher pair = KEY.matcher(TextLines.bare(lines.get(i)));
            Matcher table = header.matcher(lines.get(i));
            String line = lines.get(i);
            if (i < top && pair.matches() && pair.group(2).equals(key)) {
                lines.set(i, pair.group(1) + to + line.substring(pair.end(2)));
                found = true;
            } else if (i >= top && table.matches()) {
                lines.set(i, table.group(1) + to + table.group(2));
                found = true;
            }
        }
        return found ? Optional.of(String.join("", lines)) : Optional.empty();
    }

    /// The text with another string in place of each that says `was`, in comments not; empty when there is none.
    static Optional<String> replace(String text, String was, String now) {
        Matcher string = STRING.matcher(text);
        var out = new StringBuilder();
        int done = 0;
        while (string.find()) {
            boolean basic = string.group(1) != null && (Toml.quoted(was).equals(string.group())
                    || string.group(1).indexOf('\\') < 0 && string.group(1).equals(was));
            boolean literal = string.group(2) != null && string.group(2).equals(was);
            if (basic || literal) {
                out.append(text, done, string.start()).append(Toml.quoted(now));
                done = string.end();
            }
        }
        return done == 0 ? Optional.empty() : Optional.of(out.append(text, done, text.length()).toString());
    }

    /// How many lines stand above the first table.
    private static int top(List<String> lines) {
        int at = 0;
        while (at < lines.size() && !lines.get(at).stripLeading().startsWith("[")) {
            at++;
        }
        return at;
    }

    /// Behind the last key and the rest of its value.
    private static int behind(List<String> lines, int key, int top) {
        if (key < 0) {
            int at = 0;
            while (at < top && lines.get(at).stripLeading().startsWith("#")) {
                at++;
            }
            return at;
        }
        int at = top;
        while (at > key + 1 && (TextLines.bare(lines.get(at - 1)).isBlank()
                || lines.get(at - 1).stripLeading().startsWith("#"))) {
            at--;
        }
        return at;
    }
}
