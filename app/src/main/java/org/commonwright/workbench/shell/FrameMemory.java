package org.commonwright.workbench.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;

/// How the frame was left: splits, panels, the area in sight, the open design.
final class FrameMemory {
    private static final String SECTION = "frame";

    private final SettingsFile settings;

    FrameMemory(SettingsFile settings) {
        this.settings = settings;
    }

    void restore(Frame frame) {
        JsonNode was = settings.section(SECTION);
        frame.inspectorAt().set(was.path("inspectorAt").asDouble(Frame.INSPECTOR_AT));
        frame.bottomAt().set(was.path("panelAt").asDouble(Frame.BOTTOM_AT));
        frame.inspectorShown().set(was.path("inspector").asBoolean(false));
        frame.bottom().show(was.path("panel").asText(""));
    }

    /// The area that was in sight; empty the first time.
    String area() {
        return settings.section(SECTION).path("area").asText("");
    }

    /// The design that was open.
    Optional<Path> design() {
        String folder = settings.section(SECTION).path("design").asText("");
        try {
            return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    void save(Frame frame, String area, CurrentDesign current) {
        ObjectNode now = SettingsFile.object();
        now.put("inspectorAt", frame.inspectorAt().get()).put("panelAt", frame.bottomAt().get());
        now.put("inspector", frame.inspectorShown().get()).put("panel", frame.bottom().open().get());
        now.put("area", area);
        OpenDesign design = current.design().get();
        if (design != null) {
            now.put("design", design.folder().toString());
        }
        settings.put(SECTION, now);
    }
}
