package org.commonwright.workbench.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.commonwright.settings.SettingsFile;

/// The window's size and place, kept while it is neither maximised nor minimised, and given back when it still fits a screen.
public final class WindowMemory {
    private static final String SECTION = "window";
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double MIN_WIDTH = 800;
    private static final double MIN_HEIGHT = 520;
    private static final double GRIP = 100;

    private final SettingsFile settings;
    private final Stage stage;

    public WindowMemory(SettingsFile settings, Stage stage) {
        this.settings = settings;
        this.stage = stage;
    }

    /// Puts the window where it was, before it is shown, and watches it from then on.
    public void restore() {
        JsonNode was = settings.section(SECTION);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        double width = was.path("width").asDouble(Math.min(WIDTH, screen.getWidth()));
        double height = was.path("height").asDouble(Math.min(HEIGHT, screen.getHeight()));
        stage.setWidth(Math.max(MIN_WIDTH, width));
        stage.setHeight(Math.max(MIN_HEIGHT, height));
        double x = was.path("x").asDouble(Double.NaN);
        double y = was.path("y").asDouble(Double.NaN);
        if (canBeGrasped(x, y, width)) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(was.path("maximized").asBoolean(false));
        stage.xProperty().subscribe(_ -> remember());
        stage.yProperty().subscribe(_ -> remember());
        stage.widthProperty().subscribe(_ -> remember());
        stage.heightProperty().subscribe(_ -> remember());
        stage.maximizedProperty().subscribe(_ -> remember());
    }

    /// Whether enough of the title bar would be on some screen.
    private static boolean canBeGrasped(double x, double y, double width) {
        return !Double.isNaN(x) && !Double.isNaN(y)
                && !Screen.getScreensForRectangle(x, y, Math.max(GRIP, width) - GRIP, GRIP).isEmpty();
    }

    private void remember() {
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        ObjectNode now = settings.section(SECTION) instanceof ObjectNode object ? object : SettingsFile.object();
        now.put("maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            now.put("x", stage.getX()).put("y", stage.getY());
            now.put("width", stage.getWidth()).put("height", stage.getHeight());
        }
        settings.put(SECTION, now);
    }
}
