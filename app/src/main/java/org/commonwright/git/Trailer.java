package org.commonwright.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.model.Person;

/// A line such as `Co-authored-by: Ada <ada@example.org>` at the end of a commit message.
public record Trailer(String key, String value) {
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9-]+)\\s*:\\s*(.+)");
    private static final Pattern PERSON = Pattern.compile("([^<>]*?)\\s*<([^<>]*)>.*");

    /// The trailers of a message: the lines of its last paragraph that have the form, when that is not also its first.
    public static List<Trailer> of(String message) {
        // Most messages have none, and are many.
        if (message.indexOf(':') < 0) {
            return List.of();
        }
        String[] paragraphs = message.strip().replace("\r\n", "\n").split("\n[ \t]*\n");
        if (paragraphs.length < 2) {
            return List.of();
        }
        var trailers = new ArrayList<Trailer>();
        for (String line : paragraphs[paragraphs.length - 1].split("\n")) {
            Matcher matcher = LINE.matcher(line.strip());
            if (matcher.matches()) {
                trailers.add(new Trailer(matcher.group(1), matcher.group(2).strip()));
            }
        }
        return List.copyOf(trailers);
    }

    /// The value read as `Name <e-mail>`.
    public Optional<Person> person() {
        Matcher matcher = PERSON.matcher(value);
        return matcher.matches()
                ? Optional.of(new Person(matcher.group(1).strip(), matcher.group(2).strip()))
                : Optional.empty();
    }
}
