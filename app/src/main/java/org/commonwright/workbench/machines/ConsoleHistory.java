package org.commonwright.workbench.machines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.settings.SettingsFile;

/// The lines that a person typed to one kind of firmware, kept between starts; Up and Down walk through them.
final class ConsoleHistory {
    private static final String SECTION = "console-history";
    private static final int MOST = 200;
    private static final int LONGEST = 300;

    private final SettingsFile settings;
    private final String dialect;
    private final List<String> lines = new ArrayList<>();
    private int at;

    /// @param dialect `grbl` or `marlin`
    ConsoleHistory(SettingsFile settings, String dialect) {
        this.settings = settings;
        this.dialect = dialect;
        for (JsonNode line : settings.section(SECTION).path(dialect)) {
            String text = line.asText();
            if (!text.isBlank() && text.length() <= LONGEST && lines.size() < MOST) {
                lines.add(text);
            }
        }
        at = lines.size();
    }

    /// A line was sent; one that was sent before comes to the end.
    void add(String line) {
        lines.remove(line);
        lines.add(line);
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
        at = lines.size();
        ObjectNode section = settings.section(SECTION) instanceof ObjectNode kept ? kept : SettingsFile.object();
        ArrayNode all = section.putArray(dialect);
        lines.forEach(all::add);
        settings.put(SECTION, section);
    }

    /// Goes back (-1) or forth (1) and gives what stands there: nothing behind the last.
    String walk(int step) {
        at = Math.clamp((long) at + step, 0, lines.size());
        return at == lines.size() ? "" : lines.get(at);
    }
}
