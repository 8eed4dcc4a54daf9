package org.commonwright.machine.firmware;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.i18n.Messages;

/// What a setting is for, in a few words, where that is known.
public final class SettingMeaning {
    private static final Set<Integer> GRBL = Set.of(0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 20, 21, 22, 23, 24, 25, 26, 27,
            30, 31, 32, 100, 101, 102, 110, 111, 112, 120, 121, 122, 130, 131, 132);
    private static final Set<Integer> MARLIN = Set.of(92, 145, 200, 201, 203, 204, 205, 206, 207, 208, 209, 218, 301,
            304,
            412, 420, 569, 603, 665, 666, 851, 900, 906, 913, 914);

    private SettingMeaning() {}

    /// @param key as of a [FirmwareSetting]
    public static Optional<Messages.Key> of(String key) {
        int space = key.indexOf(' ');
        String name = key.substring(0, space < 0 ? key.length() : space).toLowerCase(Locale.ROOT).replace("$", "");
        String known = name.startsWith("n") ? "n" : name;
        return names().contains(known) ? Optional.of(Messages.Key.of("machine.setting-" + known)) : Optional.empty();
    }

    /// Those that are known: `110`, `n`, `m92`.
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of("n"));
        GRBL.forEach(number -> names.add(String.valueOf(number)));
        MARLIN.forEach(number -> names.add("m" + number));
        return names;
    }
}
