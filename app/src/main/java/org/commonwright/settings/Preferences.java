package org.commonwright.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// Language, theme and text size as a person chose them; what was never chosen follows the system.
public final class Preferences {
    private static final String SECTION = "preferences";

    private final SettingsFile settings;

    public Preferences(SettingsFile settings) {
        this.settings = settings;
    }

    /// Light, dark, or as the system says.
    public enum ThemeChoice {
        SYSTEM, LIGHT, DARK
    }

    /// @param system what to speak when nothing was chosen
    public Locale language(Locale system) {
        String tag = text("language");
        return tag.isEmpty() ? system : Locale.forLanguageTag(tag);
    }

    public void speak(Locale locale) {
        put("language", locale.toLanguageTag());
    }

    public ThemeChoice theme() {
        return switch (text("theme")) {
            case "light" -> ThemeChoice.LIGHT;
            case "dark" -> ThemeChoice.DARK;
            default -> ThemeChoice.SYSTEM;
        };
    }

    public void theme(ThemeChoice choice) {
        put("theme", choice.name().toLowerCase(Locale.ROOT));
    }

    /// Per cent of the normal text size, 80 to 200.
    public int textSize() {
        return Math.clamp(settings.section(SECTION).path("textSize").asInt(100), 80, 200);
    }

    public void textSize(int percent) {
        ObjectNode section = section();
        section.put("textSize", Math.clamp(percent, 80, 200));
        settings.put(SECTION, section);
    }

    private String text(String name) {
        return settings.section(SECTION).path(name).asText("");
    }

    private void put(String name, String value) {
        ObjectNode section = section();
        section.put(name, value);
        settings.put(SECTION, section);
    }

    private ObjectNode section() {
        return settings.section(SECTION) instanceof ObjectNode object ? object : SettingsFile.object();
    }
}
