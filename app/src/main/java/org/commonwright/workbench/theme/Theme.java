package org.commonwright.workbench.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.commonwright.settings.Preferences;
import org.commonwright.settings.Preferences.ThemeChoice;

/// Light or dark, as chosen or as the system says, and the size of the text.
public final class Theme {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String SHEET = "/org/commonwright/workbench/workbench.css";
    private static final String SCALE = "text-scale";
    private static final int BASE_PX = 14;
    private static final int STEP_PERCENT = 10;

    private final Preferences preferences;
    private final Parent root;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /// @param scene the window's scene; its root carries the pseudo-class `dark`
    public Theme(Preferences preferences, Scene scene) {
        this.preferences = preferences;
        this.root = scene.getRoot();
        scene.getStylesheets().add(Objects.requireNonNull(Theme.class.getResource(SHEET)).toExternalForm());
        Platform.getPreferences().colorSchemeProperty().subscribe(this::apply);
        apply();
    }

    /// What is on show, for what draws itself.
    public ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    /// Whether a node is shown dark, for what draws itself; follows it into and out of windows.
    public static ObservableValue<Boolean> dark(Node node) {
        return node.sceneProperty().flatMap(Scene::rootProperty).flatMap(root -> Bindings
                .createBooleanBinding(() -> root.getPseudoClassStates().contains(DARK), root.getPseudoClassStates()))
                .orElse(false);
    }

    /// How much larger than normal the text around a node is; 1 outside a window.
    public static ObservableValue<Double> textScale(Node node) {
        return node.sceneProperty().flatMap(Scene::rootProperty)
                .flatMap(root -> Bindings.valueAt(root.getProperties(), SCALE))
                .map(scale -> scale instanceof Double number ? number : 1.0).orElse(1.0);
    }

    /// Gives what opens in a window of its own the colours and the text size of the scene that it belongs to.
    public static void dress(Parent dialog, Scene owner) {
        dialog.getStylesheets().addAll(owner.getStylesheets());
        dialog.getStyleClass().add("commonwright");
        dialog.pseudoClassStateChanged(DARK, owner.getRoot().getPseudoClassStates().contains(DARK));
        dialog.setStyle(owner.getRoot().getStyle());
    }

    public void choose(ThemeChoice choice) {
        preferences.theme(choice);
        apply();
    }

    /// One step larger or smaller, between 80 and 200 per cent.
    public void scaleText(int steps) {
        preferences.textSize(preferences.textSize() + steps * STEP_PERCENT);
        apply();
    }

    public void resetText() {
        preferences.textSize(100);
        apply();
    }

    private void apply() {
        boolean nowDark = switch (preferences.theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        var theme = nowDark ? new PrimerDark() : new PrimerLight();
        if (!theme.getUserAgentStylesheet().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        }
        root.pseudoClassStateChanged(DARK, nowDark);
        double scale = preferences.textSize() / 100.0;
        root.setStyle("-fx-font-size: " + BASE_PX * preferences.textSize() / 100.0 + "px;");
        root.getProperties().put(SCALE, scale);
        dark.set(nowDark);
    }
}
