package org.commonwright.machine.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a board with these USB numbers is called, out of the list `usb-boards.txt` (docs/formats/usb-boards.md). The numbers say
/// which USB chip is there, and sometimes no more than that.
public final class UsbBoards {
    private static final String LIST = "usb-boards.txt";
    private static final String LINE = "[0-9a-f]{4}:([0-9a-f]{4}|\\*) \\S.*";

    private final Map<String, String> names;

    private UsbBoards(Map<String, String> names) {
        this.names = names;
    }

    /// The list of the program.
    public static UsbBoards known() {
        try (InputStream list = Objects.requireNonNull(UsbBoards.class.getResourceAsStream(LIST), LIST)) {
            return read(new String(list.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UsbBoards read(String list) {
        Map<String, String> names = new HashMap<>();
        list.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            if (!line.matches(LINE)) {
                throw new IllegalArgumentException("not a line of " + LIST + ": " + line);
            }
            int blank = line.indexOf(' ');
            if (names.put(line.substring(0, blank), line.substring(blank + 1)) != null) {
                throw new IllegalArgumentException("twice in " + LIST + ": " + line);
            }
        });
        return new UsbBoards(names);
    }

    /// Empty for a board that is not in the list, and for what has no USB numbers (-1).
    public Optional<String> name(int vendor, int product) {
        if (vendor < 0) {
            return Optional.empty();
        }
        String exact = names.get(String.format("%04x:%04x", vendor, product));
        return Optional.ofNullable(exact != null ? exact : names.get(String.format("%04x:*", vendor)));
    }

    public int size() {
        return names.size();
    }
}
