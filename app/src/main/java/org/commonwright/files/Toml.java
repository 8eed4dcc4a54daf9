package org.commonwright.files;

/// Texts as TOML 1.0 writes them ("String"): what cannot be seen is escaped, so that nobody reads past it.
public final class Toml {
    private Toml() {}

    /// A basic string on one line, with its quotation marks.
    public static String quoted(String text) {
        return '"' + escaped(text, false) + '"';
    }

    /// A basic string over several lines; each ends with a line feed alone.
    public static String paragraphs(String text) {
        return "\"\"\"\n" + escaped(text.replace("\r\n", "\n"), true) + "\"\"\"";
    }

    /// Half of a surrogate pair is no character, and is left out.
    private static String escaped(String text, boolean lines) {
        var out = new StringBuilder();
        text.codePoints().filter(c -> Character.getType(c) != Character.SURROGATE).forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append(lines ? "\n" : "\\n");
                case '\r' -> out.append("\\r");
                default -> {
                    if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(String.format(c <= Character.MAX_VALUE ? "\\u%04x" : "\\U%08x", c));
                    }
                }
            }
        });
        return out.toString();
    }
}
