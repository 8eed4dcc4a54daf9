package org.commonwright.cli.frame;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Text as a terminal may have it. A name or a message from a repository may hold escape sequences, which a terminal would
/// obey, or marks that turn the reading direction round; both are shown in place, not carried out.
public final class Shown {
    private static final Pattern OBEYED = Pattern
            .compile(
                    "\r(?!\n)|[[\\p{Cc}\\x{061c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]&&[^\n\r\t]]");

    private Shown() {}

    /// With the replacement character for each of them.
    public static String text(String text) {
        return OBEYED.matcher(text).replaceAll("\ufffd");
    }

    /// The same JSON, each of them written as JSON's own escape.
    public static String json(String json) {
        return OBEYED.matcher(json).replaceAll(m -> String.format("\\\\u%04x", (int) m.group().charAt(0)));
    }

    /// A stream that prints as [#text].
    public static PrintStream stream(PrintStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8) {
            @Override
            public void print(String text) {
                super.print(text(text));
            }

            @Override
            public void print(Object object) {
                print(String.valueOf(object));
            }
        };
    }
}
