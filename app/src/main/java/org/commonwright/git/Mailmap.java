package org.commonwright.git;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.model.Person;
import org.jspecify.annotations.Nullable;

/// Who goes by which name: a `.mailmap` file as `gitmailmap(5)` describes it. Addresses and names are matched without
/// regard to case; a line that gives the old name wins over one that gives only the old address; later lines win.
public final class Mailmap {
    /// For a history without one.
    public static final Mailmap EMPTY = new Mailmap(Map.of());

    private static final Pattern LINE = Pattern
            .compile("\\s*([^<>#]*?)\\s*<([^<>]*)>\\s*(?:([^<>#]*?)\\s*<([^<>]*)>)?\\s*(?:#.*)?");

    private final Map<String, Name> names;

    /// What to replace; null leaves it.
    private record Name(@Nullable String name, @Nullable String email) {}

    private Mailmap(Map<String, Name> names) {
        this.names = names;
    }

    /// Lines that do not have the form are left out, as Git does.
    public static Mailmap parse(String text) {
        var names = new HashMap<String, Name>();
        for (String line : text.split("\\R")) {
            Matcher m = LINE.matcher(line);
            if (line.strip().startsWith("#") || !m.matches()) {
                continue;
            }
            String name = m.group(1).isEmpty() ? null : m.group(1);
            if (m.group(4) == null) {
                names.put(key("", m.group(2)), new Name(name, null));
            } else {
                names.put(key(m.group(3), m.group(4)), new Name(name, m.group(2)));
            }
        }
        return new Mailmap(names);
    }

    public Person apply(Person person) {
        Name name = names.get(key(person.name(), person.email()));
        if (name == null) {
            name = names.get(key("", person.email()));
        }
        return name == null
                ? person
                : new Person(name.name == null ? person.name() : name.name,
                        name.email == null ? person.email() : name.email);
    }

    private static String key(String name, String email) {
        return name.strip().toLowerCase(Locale.ROOT) + "\n" + email.strip().toLowerCase(Locale.ROOT);
    }
}
