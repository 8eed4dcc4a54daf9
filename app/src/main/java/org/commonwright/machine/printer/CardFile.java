package org.commonwright.machine.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of a printer's card.
///
/// @param name what the firmware calls it, with its folder
/// @param title what people called it; the same where the card says nothing else
/// @param size in bytes, -1 when not said
public record CardFile(String name, String title, long size) {
    private static final Pattern LINE = Pattern
            .compile("(\\S+)(?: ([0-9]{1,15}))?(?: 0x[0-9a-fA-F]+)?(?: \"?(.*?)\"?)?");

    /// Reads what `M20` or `M20 L` says.
    ///
    /// @return empty when no list came
    static Optional<List<CardFile>> list(List<String> lines) {
        int begin = lines.indexOf("Begin file list");
        if (begin < 0) {
            return Optional.empty();
        }
        List<CardFile> files = new ArrayList<>();
        for (String line : lines.subList(begin + 1, lines.size())) {
            if (line.startsWith("End file list")) {
                break;
            }
            Matcher m = LINE.matcher(line.strip());
            boolean report = line.startsWith("//") || line.startsWith("X:") || line.contains("T:")
                    || line.startsWith("echo:") || line.startsWith("DIR_");
            if (!report && m.matches() && !m.group(1).endsWith("/")) {
                String title = m.group(3) == null || m.group(3).isBlank() ? m.group(1) : m.group(3).strip();
                files.add(new CardFile(m.group(1), title, m.group(2) == null ? -1 : Long.parseLong(m.group(2))));
            }
        }
        return Optional.of(files);
    }

    /// A name that any Marlin takes: eight letters or digits and `.GCO`.
    ///
    /// @param fileName such as `Cube 20 mm.gcode`
    static String shortName(String fileName) {
        String stem = fileName.replaceFirst("\\.[^.]*$", "").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_-]", "");
        String name = stem.isEmpty() ? "PART" : stem;
        return name.substring(0, Math.min(8, name.length())) + ".GCO";
    }

    /// A name for a firmware that takes long ones: without what its parser would stumble over.
    static String longName(String fileName) {
        String name = fileName.replaceAll("[^A-Za-z0-9._-]+", "_").replaceFirst("^\\.+", "");
        return name.length() > 40 ? name.substring(name.length() - 40) : name.isEmpty() ? "part.gcode" : name;
    }
}
