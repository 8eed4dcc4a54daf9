package org.commonwright.review.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A TOML file as its keys and headers, each with its lines; put together they are the file again. (TOML 1.0, "Table", "Array of Tables",
/// "Keyvalue pair".)
///
/// @param tail comments and empty lines behind the last entry
record TomlEntries(List<TomlEntry> entries, String tail) {
    private static final Pattern HEADER = Pattern.compile("\\s*(\\[{1,2})\\s*([^\\[\\]]+?)\\s*\\]{1,2}\\s*(#.*)?");
    private static final Pattern KEY = Pattern.compile("\\s*([A-Za-z0-9_.\"'-]+)\\s*=.*", Pattern.DOTALL);
    /// What people tell the tables of an array apart by.
    private static final Pattern NAME = Pattern.compile("\\s*(path|name|id|title|file|repository)\\s*=\\s*(.*?)\\s*");

    /// More is not what somebody wrote by hand.
    static final int MOST = 4_000;

    /// @return empty when the file is not written plainly enough to be taken apart
    static Optional<TomlEntries> of(String text) {
        List<String> lines = List.of(text.split("(?<=\n)"));
        List<TomlEntry> entries = new ArrayList<>();
        Map<String, String> arrays = new HashMap<>();
        Set<String> seen = new HashSet<>();
        var lead = new StringBuilder();
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String bare = line.strip();
            Matcher header = HEADER.matcher(bare);
            Matcher key = KEY.matcher(bare);
            if (bare.isEmpty() || bare.startsWith("#")) {
                lead.append(line);
                continue;
            }
            TomlEntry entry;
            if (header.matches()) {
                String name = header.group(2);
                section = within(name, arrays);
                if (header.group(1).length() == 2) {
                    section = unique(section + "[" + name(lines, i + 1) + "]", seen);
                    arrays.put(name, section);
                }
                entry = new TomlEntry(section, "", lead.toString(), line);
            } else if (key.matches()) {
                int end = TomlValue.end(lines, i, line.indexOf('=') + 1);
                if (end < 0) {
                    return Optional.empty();
                }
                entry = new TomlEntry(section, key.group(1), lead.toString(),
                        String.join("", lines.subList(i, end + 1)));
                i = end;
            } else {
                return Optional.empty();
            }
            if (!seen.add(entry.id()) || entries.size() == MOST) {
                return Optional.empty();
            }
            entries.add(entry);
            lead.setLength(0);
        }
        return Optional.of(new TomlEntries(List.copyOf(entries), lead.toString()));
    }

    /// A table below one of an array belongs to the last of them.
    private static String within(String name, Map<String, String> arrays) {
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            String above = arrays.get(name.substring(0, dot));
            if (above != null) {
                return above + name.substring(dot);
            }
        }
        return name;
    }

    private static String unique(String section, Set<String> seen) {
        String free = section;
        for (int n = 2; seen.contains(free + "\n"); n++) {
            free = section + "#" + n;
        }
        return free;
    }

    /// What the table that begins here is called; empty when nothing tells.
    private static String name(List<String> lines, int from) {
        for (int i = from; i < lines.size() && !lines.get(i).stripLeading().startsWith("["); i++) {
            Matcher name = NAME.matcher(lines.get(i).strip());
            if (name.matches()) {
                return name.group(2);
            }
        }
        return "";
    }
}
