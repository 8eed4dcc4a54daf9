package org.commonwright.machine.virtual;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What a build of Marlin says of itself (`M115`).
final class MarlinCapabilities {
    private static final List<String> ALL = List.of("EEPROM", "AUTOREPORT_POS", "AUTOREPORT_TEMP", "AUTOLEVEL",
            "RUNOUT",
            "Z_PROBE", "LEVELING_DATA", "EMERGENCY_PARSER", "HOST_ACTION_COMMANDS", "PROMPT_SUPPORT", "SDCARD",
            "AUTOREPORT_SD_STATUS", "LONG_FILENAME", "EXTENDED_M20", "THERMAL_PROTECTION", "ARCS", "BABYSTEPPING",
            "CHAMBER_TEMPERATURE");
    /// Options of the build that `M115` does not tell: places of the motors in place of where the planner's last line leads.
    private static final Set<String> UNTOLD = Set.of("AUTO_REPORT_REAL_POSITION", "M114_REALTIME");

    private final Set<String> without;

    /// @param without those that it was built without
    MarlinCapabilities(Set<String> without) {
        this.without = without;
    }

    boolean has(String capability) {
        return (ALL.contains(capability) || UNTOLD.contains(capability)) && !without.contains(capability);
    }

    void tell(Consumer<String> say) {
        say.accept("FIRMWARE_NAME:Marlin 2.1.2 (virtual) SOURCE_CODE_URL:github.com/MarlinFirmware/Marlin "
                + "PROTOCOL_VERSION:1.0 MACHINE_TYPE:Virtual EXTRUDER_COUNT:1");
        for (String capability : ALL) {
            say.accept("Cap:" + capability + ":" + (has(capability) ? 1 : 0));
        }
    }
}
