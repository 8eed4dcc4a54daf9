package org.commonwright.workbench.machines.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.input.KeyCode;
import org.commonwright.settings.SettingsFile;

/// The keys of machines' pages, remembered: each key does one thing. Keys are known by the names that JavaFX gives them.
public final class KeyMap {
    private static final String SECTION = "machine-keys";
    /// They move the focus, end a dialog or stop all machines.
    private static final Set<String> RESERVED = Set.of("TAB", "ENTER", "ESCAPE", "SPACE", "SHIFT", "CONTROL", "ALT",
            "META", "COMMAND", "WINDOWS", "CONTEXT_MENU", "CAPS", "UNDEFINED", "F3", "F10", "ALT_GRAPH");

    private static final Set<String> KNOWN = Arrays.stream(KeyCode.values()).map(KeyCode::name)
            .collect(Collectors.toUnmodifiableSet());

    private final SettingsFile settings;
    private final Map<MachineKey, String> keys = new EnumMap<>(MachineKey.class);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    /// What became of a wish.
    public sealed interface Given {}

    /// It has the key now.
    public record Taken() implements Given {}

    /// Another has it; nothing changed.
    public record HeldBy(MachineKey other) implements Given {}

    /// The window needs the key; nothing changed.
    public record Reserved() implements Given {}

    public KeyMap(SettingsFile settings) {
        this.settings = settings;
        JsonNode kept = settings.section(SECTION);
        for (MachineKey action : MachineKey.values()) {
            String key = kept.path(action.id()).asText(action.usual());
            boolean right = (key.isEmpty() || KNOWN.contains(key)) && !RESERVED.contains(key);
            keys.put(action, right && (key.isEmpty() || !keys.containsValue(key)) ? key : "");
        }
    }

    /// Counts up with each change.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// The name of an action's key; empty for none.
    public String key(MachineKey action) {
        return keys.getOrDefault(action, "");
    }

    /// What a key does.
    public Optional<MachineKey> action(String key) {
        return keys.entrySet().stream().filter(entry -> !key.isEmpty() && entry.getValue().equals(key))
                .map(Map.Entry::getKey).findFirst();
    }

    /// Gives an action another key.
    ///
    /// @param key empty to take its key away
    Given give(MachineKey action, String key) {
        if (RESERVED.contains(key)) {
            return new Reserved();
        }
        Optional<MachineKey> other = action(key).filter(holder -> holder != action);
        if (other.isPresent()) {
            return new HeldBy(other.get());
        }
        keys.put(action, key);
        remember();
        return new Taken();
    }

    /// Every action gets the key that it has at first.
    void reset() {
        for (MachineKey action : MachineKey.values()) {
            keys.put(action, action.usual());
        }
        remember();
    }

    private void remember() {
        ObjectNode section = SettingsFile.object();
        keys.forEach((action, key) -> section.put(action.id(), key));
        settings.put(SECTION, section);
        changes.set(changes.get() + 1);
    }
}
