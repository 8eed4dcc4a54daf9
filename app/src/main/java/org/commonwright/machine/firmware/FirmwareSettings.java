package org.commonwright.machine.firmware;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All settings of a machine's firmware, in its own order.
///
/// @param dialect `grbl` or `marlin`
/// @param firmware such as `Grbl 1.1h`
/// @param names what the firmware itself calls them, in English, with the unit; empty for one that does not say
public record FirmwareSettings(String dialect, String firmware, SequencedMap<String, FirmwareSetting> settings,
        Map<String, String> names) {
    public FirmwareSettings {
        names = Map.copyOf(names);
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
    }

    /// One setting that differs.
    ///
    /// @param now what it says; null when there is no such setting
    /// @param other what the other says; null when it has none
    public record Difference(String key, @Nullable String now, @Nullable String other) {}

    /// Several settings, the last one of a name counts.
    public static FirmwareSettings of(String dialect, String firmware, Collection<FirmwareSetting> all) {
        SequencedMap<String, FirmwareSetting> named = new LinkedHashMap<>();
        all.forEach(setting -> named.put(setting.key(), setting));
        return new FirmwareSettings(dialect, firmware, named, Map.of());
    }

    FirmwareSettings named(Map<String, String> own) {
        return new FirmwareSettings(dialect, firmware, settings, own);
    }

    public @Nullable String value(String key) {
        FirmwareSetting setting = settings.get(key);
        return setting == null ? null : setting.value();
    }

    /// Where others say something else.
    public List<Difference> differences(FirmwareSettings others) {
        Set<String> keys = new LinkedHashSet<>(settings.keySet());
        keys.addAll(others.settings.keySet());
        List<Difference> found = new ArrayList<>();
        for (String key : keys) {
            String now = value(key);
            String other = others.value(key);
            if (now == null || other == null || !new FirmwareSetting(key, now).says(other)) {
                found.add(new Difference(key, now, other));
            }
        }
        return found;
    }
}
