package org.commonwright.machine.firmware;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a setting of GRBL may be set to from a file or a command line: nothing that acts at once, as the real-time characters do
/// wherever they stand, and nothing that makes the machine act at each start. (GRBL 1.1, "Interface", "Commands".)
final class SettingValues {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:[0-9]{1,15}(?:\\.[0-9]{0,15})?|\\.[0-9]{1,15})");
    private static final Pattern TEXT = Pattern.compile("[ -~&&[^?!~]]{0,80}");
    /// Words that only choose how later lines are read, or switch off.
    private static final Pattern MODES = Pattern.compile("(?:"
            + "G0*(?:7|8|17|18|19|20|21|40|49|50|5[4-9]|59\\.[1-3]|61|80|90|91|91\\.1|93|94|95|97|98|99)"
            + "|M0*(?:5|9|48|49)"
            + "|[FST][0-9]{1,7}(?:\\.[0-9]{0,4})?)*");

    private SettingValues() {}

    static boolean isStartLine(FirmwareSetting setting) {
        return setting.key().startsWith("$N");
    }

    /// @param firmware such as `Grbl 1.1h`; grblHAL has settings that are text
    static boolean isHarmless(FirmwareSetting setting, String firmware) {
        String value = setting.value();
        if (isStartLine(setting)) {
            // The firmware leaves out spaces and reads small letters as large ones before it looks.
            return MODES.matcher(value.replace(" ", "").toUpperCase(Locale.ROOT)).matches();
        }
        return (hasText(firmware) ? TEXT : NUMBER).matcher(value).matches();
    }

    private static boolean hasText(String firmware) {
        return firmware.toLowerCase(Locale.ROOT).contains("grblhal");
    }
}
