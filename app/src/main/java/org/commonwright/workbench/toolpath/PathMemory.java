package org.commonwright.workbench.toolpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.commonwright.gcode.Dialect;
import org.commonwright.raster.ColourBy;
import org.commonwright.settings.SettingsFile;

/// How a person last looked at toolpaths: colours, travel (for mills and printers apart), perspective, the code beside.
public final class PathMemory {
    private static final String SECTION = "toolpath";

    private final SettingsFile settings;

    public PathMemory(SettingsFile settings) {
        this.settings = settings;
    }

    /// Gives a view what was remembered, and remembers what is changed there.
    void attach(PathViewModel model) {
        JsonNode was = settings.section(SECTION);
        Dialect dialect = model.program().file().dialect();
        Optional<ColourBy> by = Stream.of(ColourBy.values())
                .filter(b -> b.name().toLowerCase(Locale.ROOT).equals(was.path("colour").asText())).findFirst();
        model.colourBy().set(by.orElse(ColourBy.KIND));
        // A printer's travel hides what is printed; a mill's shows how it goes in.
        String travel = "travel-" + dialect.id();
        model.travel().set(was.path(travel).asBoolean(dialect == Dialect.GRBL));
        model.colourBy().subscribe((_, now) -> put("colour", now.name().toLowerCase(Locale.ROOT)));
        model.travel().subscribe((_, now) -> put(travel, now));
    }

    /// A switch that is remembered.
    BooleanProperty flag(String name, boolean usual) {
        var flag = new SimpleBooleanProperty(settings.section(SECTION).path(name).asBoolean(usual));
        flag.subscribe((_, now) -> put(name, now));
        return flag;
    }

    private void put(String name, boolean value) {
        ObjectNode now = now();
        now.put(name, value);
        settings.put(SECTION, now);
    }

    private void put(String name, String value) {
        ObjectNode now = now();
        now.put(name, value);
        settings.put(SECTION, now);
    }

    private ObjectNode now() {
        return settings.section(SECTION) instanceof ObjectNode object ? object : SettingsFile.object();
    }
}
