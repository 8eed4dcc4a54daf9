package org.commonwright.machine.pad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;
import org.commonwright.files.Reason;
import org.commonwright.settings.AppFolders;

/// Where a person's [PadMap] is kept: `gamepad.json` among the settings, each action with the id of its button or an empty text
/// for none. Actions that are not named have the button that they have at first; a button that two would have is refused.
public record PadMapFile(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LIMIT = 1L << 16;

    public static PadMapFile of(AppFolders folders) {
        return new PadMapFile(folders.config().resolve("gamepad.json"));
    }

    /// @throws Fault `pads.bad-map` with what is wrong in it, `files.not-read`
    public PadMap read() {
        byte[] bytes = PlainFiles.readIfThere(file, LIMIT);
        if (bytes == null) {
            return PadMap.USUAL;
        }
        try {
            return map(JSON.readTree(bytes));
        } catch (JsonProcessingException e) {
            throw new Fault(e, "pads.bad-map", file, "JSON");
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, Reason.of(e));
        }
    }

    private PadMap map(JsonNode root) {
        Map<PadAction, PadButton> buttons = new EnumMap<>(PadAction.class);
        buttons.putAll(PadMap.USUAL.buttons());
        if (!root.isObject()) {
            throw new Fault("pads.bad-map", file, "JSON");
        }
        for (var entry : root.properties()) {
            PadAction action = PadAction.of(entry.getKey())
                    .orElseThrow(() -> new Fault("pads.bad-map", file, entry.getKey()));
            String button = entry.getValue().asText();
            buttons.remove(action);
            if (!button.isEmpty()) {
                buttons.put(action,
                        PadButton.of(button).orElseThrow(() -> new Fault("pads.bad-map", file, button)));
            }
        }
        Set<PadButton> taken = EnumSet.noneOf(PadButton.class);
        buttons.values().forEach(button -> {
            if (!taken.add(button)) {
                throw new Fault("pads.bad-map", file, button.id());
            }
        });
        return new PadMap(buttons);
    }

    /// @throws Fault `files.not-written`
    public void write(PadMap map) {
        ObjectNode root = JSON.createObjectNode();
        for (PadAction action : PadAction.values()) {
            root.put(action.id(), map.button(action).map(PadButton::id).orElse(""));
        }
        AtomicFiles.replace(file, root.toPrettyString() + "\n");
    }
}
