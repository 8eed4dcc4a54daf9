package org.commonwright.machine.firmware;

import java.util.Set;

/// Which of Marlin's commands are settings that `M500` keeps. After Marlin's G-code documents.
final class MarlinSettings {
    private static final Set<Integer> CODES = Set.of(92, 145, 149, 200, 201, 203, 204, 205, 206, 207, 208, 209, 217,
            218,
            250, 255, 281, 301, 304, 305, 309, 412, 413, 420, 425, 486, 493, 553, 554, 569, 575, 592, 593, 603, 665,
            666, 851, 852, 900, 906, 913, 914, 919);

    private MarlinSettings() {}

    /// @param key such as `M92 X`
    static boolean isSetting(String key) {
        String number = key.substring(1, key.indexOf(' '));
        return CODES.contains(Integer.parseInt(number));
    }
}
