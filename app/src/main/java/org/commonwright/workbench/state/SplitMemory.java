package org.commonwright.workbench.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import javafx.scene.control.SplitPane;
import org.commonwright.settings.SettingsFile;

/// Remembers in the settings where a person dragged a split's divider.
public final class SplitMemory {
    private static final String SECTION = "splits";

    private SplitMemory() {}

    /// @param id words with dashes, unique in the program
    /// @param usual the divider's place, 0 to 1, before a person moved it
    public static void attach(SplitPane split, String id, double usual, SettingsFile settings) {
        double was = settings.section(SECTION).path(id).asDouble(usual);
        new DividerKeeper(split, was > 0 && was < 1 ? was : usual).place()
                .subscribe((_, now) -> keep(id, now.doubleValue(), settings));
    }

    private static void keep(String id, double place, SettingsFile settings) {
        ObjectNode now = settings.section(SECTION) instanceof ObjectNode object ? object : SettingsFile.object();
        now.put(id, Math.round(place * 1000) / 1000.0);
        settings.put(SECTION, now);
    }
}
