package org.commonwright.machine.firmware;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonwright.i18n.Messages;

/// What a setting is for, in a few words, where that is known.
public final class SettingMeaning {
    private static final Set<Integer> GRBL = Set.of(0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 20, 21, 22, 23, 24, 25, 26, 27,
            30, 31, 32, 100, 101, 102, 110, 111, 112, 120, 121, 122, 130, 131, 132);
    /// Those that grblHAL has besides.
    private static final Set<Integer> HAL = Set.of(7, 8, 9, 14, 15, 16, 17, 18, 19, 28, 29, 33, 34, 35, 36, 37, 38, 39,
            40, 41, 42, 43, 44, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 70, 300,
            301, 302, 303, 304, 305, 306, 307, 341, 342, 343, 344, 345, 346, 376, 384, 394, 398, 481, 484);
    private static final Set<Integer> MARLIN = Set.of(92, 145, 200, 201, 203, 204, 205, 206, 207, 208, 209, 218, 301,
            304,
            412, 420, 569, 603, 665, 666, 851, 900, 906, 913, 914);

    private SettingMeaning() {}

    /// @param key as of a [FirmwareSetting]
    public static Optional<Messages.Key> of(String key) {
        int space = key.indexOf(' ');
        String name = key.substring(0, space < 0 ? key.length() : space).toLowerCase(Locale.ROOT).replace("$", "");
        String known = name.startsWith("n") ? "n" : name;
        if (known.matches("[0-9]{1,4}") && HAL.contains(Integer.parseInt(known))) {
            return Optional.of(Messages.Key.of("grbl.hal-setting-" + known));
        }
        return names().contains(known) ? Optional.of(Messages.Key.of("machine.setting-" + known)) : Optional.empty();
    }

    /// The numbers that only grblHAL has.
    public static Set<String> halNames() {
        return HAL.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    /// Those that are known: `110`, `n`, `m92`.
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of("n"));
        GRBL.forEach(number -> names.add(String.valueOf(number)));
        MARLIN.forEach(number -> names.add("m" + number));
        return names;
    }
}
