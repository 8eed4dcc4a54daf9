package org.commonwright.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text exists in both languages, is used, and every key that the code names exists. A key is a string literal
/// `"room.words-with-dashes"`; a literal that ends in `-` or `.` names all keys that begin with it.
class TextsTest {
    private static final Path MAIN = Path.of(System.getProperty("commonwright.root", ".."), "app/src/main");
    private static final Path BUNDLES = MAIN.resolve("resources/org/commonwright/i18n");
    private static final Pattern SLOT = Pattern.compile("\\{\\d+");

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
        for (String room : rooms()) {
            Properties english = load(room + ".properties");
            Properties french = load(room + "_fr.properties");
            assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(french.stringPropertyNames()),
                    "keys of " + room);
            for (String key : english.stringPropertyNames()) {
                assertTrue(key.startsWith(room + "."), key + " must start with its bundle's name, " + room);
                assertEquals(slots(english.getProperty(key)), slots(french.getProperty(key)), "arguments of " + key);
            }
        }
    }

    @Test
    void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
        Set<String> rooms = rooms();
        Set<String> existing = new TreeSet<>();
        for (String room : rooms) {
            existing.addAll(load(room + ".properties").stringPropertyNames());
        }
        Set<String> named = new TreeSet<>();
        Pattern literal = Pattern.compile("\"((?:" + String.join("|", rooms) + ")\\.[a-z0-9.-]+)\"");
        try (Stream<Path> sources = Files.walk(MAIN.resolve("java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                literal.matcher(Files.readString(source)).results().forEach(r -> named.add(r.group(1)));
            }
        }
        Set<String> missing = new TreeSet<>();
        Set<String> dead = new TreeSet<>(existing);
        for (String name : named) {
            if (name.endsWith("-") || name.endsWith(".")) {
                dead.removeIf(key -> key.startsWith(name));
            } else if (!dead.remove(name) && !existing.contains(name) && !looksLikeAFile(name)) {
                missing.add(name);
            }
        }
        assertTrue(missing.isEmpty(), "keys without a text: " + missing);
        assertTrue(dead.isEmpty(), "texts that nothing uses: " + dead);
    }

    private static boolean looksLikeAFile(String name) {
        return name.matches(".*\\.(csv|toml|json|properties|css|png|md|lock|yml|yaml|xml|txt|html|pdf|zip)");
    }

    private static Set<String> slots(String text) {
        Set<String> slots = new TreeSet<>();
        SLOT.matcher(text).results().forEach(r -> slots.add(r.group()));
        return slots;
    }

    private static Set<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(".properties") && !n.contains("_"))
                    .map(n -> n.replace(".properties", "")).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Properties load(String file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}
