package org.commonwright.machine.protocol;

import java.util.SortedMap;
import java.util.SortedSet;
import org.commonwright.error.Quoted;

/// What the machine says it is.
///
/// @param dialect `grbl` or `marlin`
/// @param firmware such as `Grbl`, `grblHAL`, `Marlin`
/// @param version such as `1.1h`
/// @param receiveBytes room for bytes that are not yet read by the firmware's parser
/// @param plannerBlocks moves that the planner holds
/// @param capabilities GRBL's option letters, Marlin's `Cap:` names that are on
/// @param settings the firmware's settings as it lists them (`$110` → `500.000`); empty when it lists none
public record MachineInfo(String dialect, String firmware, String version, int receiveBytes, int plannerBlocks,
        SortedSet<String> capabilities, SortedMap<String, String> settings) {
    private static final int LONGEST_NAME = 60;

    /// Names are the machine's own words: they are shortened, and what would colour, move or hide text is seen.
    public MachineInfo {
        firmware = shown(firmware);
        version = shown(version);
    }

    private static String shown(String name) {
        return Quoted.seen(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name, "");
    }

    /// A numeric setting.
    ///
    /// @return `otherwise` when the machine has no such setting
    public double setting(String name, double otherwise) {
        String text = settings.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }
}
