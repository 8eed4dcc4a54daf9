package org.commonwright.machine.virtual;

import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A card in memory: listed, written, printed from and paused as Marlin does (`M20` to `M30`, `M524`). After Marlin's documents
/// of these commands.
final class MarlinCard {
    private static final String SAMPLE = "G28\nG1 X20 Y20 F3000\nG1 X80 Y20\nG1 X80 Y80\nG1 X20 Y80\nG1 X20 Y20\n";
    private static final int CARD_BYTES = 64 << 20;

    private final Consumer<String> say;
    private final boolean there;
    private final SequencedMap<String, Entry> files = new TreeMap<>();
    private @Nullable Entry selected;
    private @Nullable Entry written;
    private int at;
    private boolean prints;
    private double every;

    private static final class Entry {
        private final String longName;
        private final StringBuilder text = new StringBuilder();

        Entry(String longName) {
            this.longName = longName;
        }
    }

    /// @param there whether the printer has a card
    MarlinCard(Consumer<String> say, boolean there) {
        this.say = say;
        this.there = there;
        write("SQUARE.GCO", "square.gcode", SAMPLE.repeat(20));
        write("CUBE20~1.GCO", "Cube 20 mm.gcode", SAMPLE.repeat(400));
    }

    private void write(String name, String longName, String text) {
        var entry = new Entry(longName);
        entry.text.append(text);
        files.put(name, entry);
    }

    /// The board began anew: the card stays what it is.
    void reset() {
        prints = false;
        selected = null;
        written = null;
        every = 0;
    }

    boolean isWriting() {
        return written != null;
    }

    boolean isPrinting() {
        return prints;
    }

    /// Seconds between reports of progress, 0 for none.
    double every() {
        return every;
    }

    /// A line of the file that is written.
    void write(String line) {
        Entry entry = written;
        if (entry != null && entry.text.length() + line.length() < CARD_BYTES) {
            entry.text.append(line).append('\n');
        }
    }

    /// The next line of the file that is printed; null when there is none.
    @Nullable
    String next() {
        Entry entry = selected;
        while (prints && entry != null) {
            if (at >= entry.text.length()) {
                prints = false;
                selected = null;
                say.accept("Done printing file");
                return null;
            }
            int end = entry.text.indexOf("\n", at);
            String line = entry.text.substring(at, end < 0 ? entry.text.length() : end).replaceFirst(";.*$", "")
                    .strip();
            at = end < 0 ? entry.text.length() : end + 1;
            if (!line.isEmpty()) {
                return line;
            }
        }
        return null;
    }

    void abort() {
        prints = false;
        selected = null;
    }

    /// @return whether the command is one of these
    boolean execute(int code, String text) {
        if (!there) {
            return false;
        }
        String rest = text.replaceFirst("^M[0-9]+ *", "").strip();
        switch (code) {
            case 20 -> list(rest.startsWith("L"));
            case 21 -> say.accept("echo:SD card ok");
            case 22 -> say.accept("echo:SD card released");
            case 23 -> select(rest);
            case 24 -> prints = selected != null;
            case 25 -> prints = false;
            case 27 -> status(rest);
            case 28 -> open(rest);
            case 29 -> {
                if (written != null) {
                    say.accept("Done saving file.");
                }
                written = null;
            }
            case 30 -> say.accept(files.remove(name(rest)) == null
                    ? "Deletion failed, File: " + rest + "."
                    : "File deleted:" + rest);
            case 524 -> abort();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String name(String text) {
        return text.replaceFirst("^/", "").toUpperCase(Locale.ROOT);
    }

    private void list(boolean longNames) {
        say.accept("Begin file list");
        files.forEach((name, entry) -> say.accept(name + " " + entry.text.length()
                + (longNames ? " " + entry.longName : "")));
        say.accept("End file list");
    }

    private void select(String name) {
        selected = files.get(name(name));
        at = 0;
        prints = false;
        if (selected == null) {
            say.accept("open failed, File: " + name + ".");
        } else {
            say.accept("echo:Now fresh file: " + name);
            say.accept("File opened: " + name + " Size: " + selected.text.length());
            say.accept("File selected");
        }
    }

    private void open(String name) {
        if (!name(name).matches("[A-Z0-9_~-]{1,8}(\\.[A-Z0-9_~-]{0,3})?")) {
            say.accept("open failed, File: " + name + ".");
            return;
        }
        written = new Entry(name.toLowerCase(Locale.ROOT));
        files.put(name(name), written);
        say.accept("echo:Now fresh file: " + name);
        say.accept("Writing to file: " + name);
    }

    private void status(String rest) {
        if (rest.startsWith("S")) {
            every = rest.matches("S[0-9]{1,3}") ? Double.parseDouble(rest.substring(1)) : 0;
        } else {
            report();
        }
    }

    void report() {
        say.accept(selected != null && (prints || at > 0)
                ? "SD printing byte " + at + "/" + selected.text.length()
                : "Not SD printing");
    }
}
