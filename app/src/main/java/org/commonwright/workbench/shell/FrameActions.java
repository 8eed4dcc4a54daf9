package org.commonwright.workbench.shell;

import java.util.Locale;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.Preferences;
import org.commonwright.settings.Preferences.ThemeChoice;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.palette.PaletteViewModel;
import org.commonwright.workbench.text.Texts;
import org.commonwright.workbench.theme.Theme;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The actions of the frame itself: palette, areas, panels, theme, language, text size, quit.
final class FrameActions {
    private FrameActions() {}

    static Action palette(PaletteViewModel palette) {
        return Action.of("palette", Group.GO, "workbench.open-palette", MaterialDesignM.MAGNIFY, palette::show)
                .withShortcut("Shortcut+Shift+P");
    }

    static Action inspector(Runnable toggle) {
        return Action.of("toggle-inspector", Group.VIEW, "workbench.toggle-inspector", MaterialDesignD.DOCK_RIGHT,
                toggle).withShortcut("Shortcut+I");
    }

    static void panels(Actions actions, BottomPanel bottom) {
        actions.add(Action.of("toggle-panel", Group.VIEW, "workbench.toggle-panel", MaterialDesignD.DOCK_BOTTOM,
                bottom::toggle).withShortcut("Shortcut+J"));
    }

    /// An action per area, with Ctrl+1 … Ctrl+9 for those on the rail.
    static void areas(Actions actions, AreaHost host) {
        int number = 0;
        for (Area area : host.areas()) {
            Action go = Action.of("go-" + area.id(), Group.GO,
                    Messages.Key.of("workbench.go-to", Messages.Key.of(area.titleKey())), area.icon(),
                    () -> host.goTo(area.id()));
            boolean keyed = area.onRail() && number < 9;
            number += keyed ? 1 : 0;
            actions.add(keyed ? go.withShortcut("Shortcut+" + number) : go);
        }
    }

    static void appearance(Actions actions, Theme theme, Texts texts, Preferences preferences) {
        actions.add(
                Action.of("theme-system", Group.VIEW, "workbench.theme-system", MaterialDesignT.THEME_LIGHT_DARK,
                        () -> theme.choose(ThemeChoice.SYSTEM)),
                Action.of("theme-light", Group.VIEW, "workbench.theme-light", MaterialDesignW.WEATHER_SUNNY,
                        () -> theme.choose(ThemeChoice.LIGHT)),
                Action.of("theme-dark", Group.VIEW, "workbench.theme-dark", MaterialDesignW.WEATHER_NIGHT,
                        () -> theme.choose(ThemeChoice.DARK)),
                Action.of("text-larger", Group.VIEW, "workbench.text-larger",
                        MaterialDesignF.FORMAT_FONT_SIZE_INCREASE, () -> theme.scaleText(1))
                        .withShortcut("Shortcut+Equals"),
                Action.of("text-smaller", Group.VIEW, "workbench.text-smaller",
                        MaterialDesignF.FORMAT_FONT_SIZE_DECREASE, () -> theme.scaleText(-1))
                        .withShortcut("Shortcut+Minus"),
                Action.of("text-normal", Group.VIEW, "workbench.text-normal", MaterialDesignF.FORMAT_SIZE,
                        theme::resetText).withShortcut("Shortcut+0"),
                language("language-english", "workbench.speak-english", Locale.ENGLISH, texts, preferences),
                language("language-french", "workbench.speak-french", Locale.FRENCH, texts, preferences));
    }

    private static Action language(String id, String key, Locale locale, Texts texts, Preferences preferences) {
        return Action.of(id, Group.VIEW, key, MaterialDesignT.TRANSLATE, () -> {
            preferences.speak(locale);
            texts.speak(locale);
        });
    }

    static void quit(Actions actions, Runnable quit) {
        actions.add(Action.of("quit", Group.DESIGN, "workbench.quit", MaterialDesignE.EXIT_TO_APP, quit)
                .withShortcut("Shortcut+Q"));
    }
}
