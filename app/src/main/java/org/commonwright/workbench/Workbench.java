package org.commonwright.workbench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.shell.FxDialogs;
import org.jspecify.annotations.Nullable;

/// The window's program. Started by [#launch] from a main class that is not an `Application`, so that it runs from the class
/// path.
public final class Workbench extends Application {
    /// Held here, because the logging library forgets the level of a logger that nobody holds.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    /// A system property for measuring the start.
    static final String FIRST_FRAME_ONLY = "commonwright.first-frame-only";

    private @Nullable Composition composition;

    /// Opens the window as it was left and returns when it is closed.
    public static void open() {
        quiet();
        launch(Workbench.class);
    }

    /// Opens the window on a design and returns when it is closed.
    public static void open(Path design) {
        quiet();
        launch(Workbench.class, design.toString());
    }

    /// Whether there is something to show a window on. On Linux that is an X display (JavaFX reaches Wayland through
    /// XWayland); the Headless platform needs none.
    ///
    /// @param osName as of the property `os.name`
    /// @param platform as of the property `glass.platform`; null when it is not set
    public static boolean hasDisplay(Map<String, String> environment, String osName, @Nullable String platform) {
        boolean x11 = !osName.startsWith("Windows") && !osName.startsWith("Mac");
        return !x11 || "Headless".equalsIgnoreCase(platform) || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    /// JavaFX warns on every start from the class path, which is how this program is meant to run.
    public static void quiet() {
        JAVAFX.setLevel(Level.SEVERE);
    }

    @Override
    public void start(Stage stage) {
        var folders = AppFolders.of(System.getenv(), Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"));
        var fx = new FxThread();
        composition = new Composition(stage, folders, Locale.getDefault(), new BackgroundTasks(fx), fx,
                Clock.systemUTC(), FxDialogs::new);
        composition.window().show(getParameters().getRaw().stream().findFirst().map(Path::of));
        if (Boolean.getBoolean(FIRST_FRAME_ONLY)) {
            endAfterFirstFrame();
        }
    }

    /// For measuring the start: the program ends when its window has been drawn.
    private static void endAfterFirstFrame() {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 2) {
                    stop();
                    Platform.exit();
                }
            }
        }.start();
    }

    @Override
    public void stop() {
        if (composition != null) {
            composition.close();
        }
    }
}
