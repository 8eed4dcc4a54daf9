package org.commonwright.machine.firmware;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.i18n.Messages;

/// What can be typed to a firmware, with what it means: for completing a line while it is typed. (GRBL 1.1 commands; Marlin's
/// G-code reference.)
public final class KnownCommands {
    private static final List<String> GRBL = List.of("$", "$$", "$#", "$G", "$I", "$N", "$H", "$X", "$C", "$SLP", "$J=",
            "$RST=$", "G0", "G1", "G2", "G3", "G4", "G10 L20 P0", "G17", "G20", "G21", "G28", "G38.2", "G53", "G54",
            "G90",
            "G91", "G92", "M0", "M3", "M4", "M5", "M7", "M8", "M9", "M30");
    private static final List<String> MARLIN = List.of("G0", "G1", "G28", "G29", "G90", "G91", "G92", "M17", "M18",
            "M20",
            "M82", "M83", "M84", "M92", "M104", "M105", "M106", "M107", "M109", "M112", "M114", "M115", "M117", "M119",
            "M140", "M155", "M190", "M201", "M203", "M204", "M220", "M221", "M301", "M303", "M410", "M420", "M500",
            "M501", "M502", "M503", "M600", "M851");

    private static final int LAST_SETTING = 132;

    private KnownCommands() {}

    /// A command and its meaning.
    public record Known(String command, Messages.Key meaning) {}

    /// Those that begin as a line does; those that are the line itself first. Nothing for an empty line.
    ///
    /// @param dialect `grbl` or `marlin`
    public static List<Known> beginning(String dialect, String line) {
        String typed = line.strip().toUpperCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return List.of();
        }
        List<Known> found = new ArrayList<>();
        for (String command : dialect.equals("grbl") ? GRBL : MARLIN) {
            if (command.startsWith(typed)) {
                found.add(new Known(command, Messages.Key.of(key(dialect, end(command)))));
            }
        }
        if (dialect.equals("grbl") && typed.matches("\\$[0-9]{0,3}")) {
            for (int number = 0; number <= LAST_SETTING; number++) {
                String key = "$" + number;
                if (key.startsWith(typed)) {
                    SettingMeaning.of(key).ifPresent(meaning -> found.add(new Known(key + "=", meaning)));
                }
            }
        }
        return found;
    }

    private static String key(String dialect, String end) {
        return dialect.equals("grbl") ? "console.grbl-" + end : "console.marlin-" + end;
    }

    private static String end(String command) {
        return switch (command) {
            case "$" -> "help";
            case "$$" -> "settings";
            case "$#" -> "offsets";
            default -> command.replace("$", "").replaceAll("=.*| .*", "").toLowerCase(Locale.ROOT).replace('.', '-');
        };
    }

    /// The ends of the keys of a dialect's texts.
    public static Set<String> names(String dialect) {
        Set<String> names = new TreeSet<>();
        (dialect.equals("grbl") ? GRBL : MARLIN).forEach(command -> names.add(end(command)));
        return names;
    }
}
