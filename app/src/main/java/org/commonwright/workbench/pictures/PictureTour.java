package org.commonwright.workbench.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.Messages;
import org.commonwright.raster.Png;
import org.commonwright.settings.AppFolders;
import org.commonwright.settings.Preferences.ThemeChoice;
import org.commonwright.settings.Preferences;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.task.Pause;
import org.commonwright.task.Progress;
import org.commonwright.workbench.Composition;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.Workbench;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.preview.Pictures;

/// Opens the workbench without a display and saves pictures of its views. The person's settings are neither read nor
/// written. One tour a process, because the toolkit starts once; call it off the window's thread.
public final class PictureTour {
    private static final int SETTLED_CHECKS = 12;
    private static final int CHECK_MS = 50;

    private final AppFolders folders;
    private final Locale locale;
    private final ThemeChoice theme;
    private final FxThread fx = new FxThread();

    /// @param folders where the designs, logs and caches are; the settings among them are left alone
    public PictureTour(AppFolders folders, Locale locale, ThemeChoice theme) {
        this.folders = folders;
        this.locale = locale;
        this.theme = theme;
    }

    /// One picture.
    ///
    /// @param name of its file, without `.png`
    /// @param go leads the window there, on its thread
    public record Stop(String name, Consumer<WorkbenchContext> go) {}

    /// Takes the pictures and returns their files.
    ///
    /// @param width of the window, px
    /// @throws Fault `files.not-written`
    public List<Path> save(Path target, int width, int height, List<Stop> stops, Progress progress)
            throws IOException, InterruptedException {
        Path config = Files.createTempDirectory("commonwright-tour");
        Path settingsFile = config.resolve("settings.json");
        try (var settings = new SettingsFile(settingsFile, PictureTour::rethrow)) {
            new Preferences(settings).speak(locale);
            new Preferences(settings).theme(theme);
        }
        startToolkit();
        var tasks = new CountingTasks(new BackgroundTasks(fx));
        var stage = onWindow(Stage::new);
        Composition composition = onWindow(() -> {
            var made = new Composition(stage, folders, settingsFile, locale, tasks, fx, Clock.systemUTC(),
                    (_, _) -> new NoDialogs());
            made.window().show();
            stage.setWidth(width);
            stage.setHeight(height);
            return made;
        });
        try {
            return visit(stops, target, stage, composition.context(), tasks, progress);
        } finally {
            onWindow(() -> {
                stage.hide();
                composition.close();
                return stage;
            });
            Files.deleteIfExists(settingsFile);
            Files.deleteIfExists(config);
        }
    }

    private List<Path> visit(List<Stop> stops, Path target, Stage stage, WorkbenchContext context, CountingTasks tasks,
            Progress progress) throws InterruptedException {
        List<Path> files = new ArrayList<>();
        for (Stop stop : stops) {
            progress.check();
            progress.update((double) files.size() / stops.size());
            onWindow(() -> {
                stop.go().accept(context);
                return stop;
            });
            settle(tasks);
            Path file = target.resolve(stop.name() + ".png");
            AtomicFiles.replace(file, Png.encode(onWindow(() -> Pictures.of(stage.getScene().snapshot(null)))));
            files.add(file);
        }
        progress.update(1);
        return files;
    }

    /// Waits until no work has been under way for some checks in a row: views draw finely a moment after they rest.
    private void settle(CountingTasks tasks) throws InterruptedException {
        int quiet = 0;
        while (quiet < SETTLED_CHECKS) {
            Pause.millis(CHECK_MS);
            quiet = onWindow(tasks::idle) ? quiet + 1 : 0;
        }
    }

    private static void startToolkit() throws InterruptedException {
        Workbench.quiet();
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", System.getProperty("prism.order", "sw"));
        Platform.setImplicitExit(false);
        var started = new CompletableFuture<Boolean>();
        try {
            Platform.startup(() -> started.complete(true));
        } catch (IllegalStateException _) {
            // It runs already, in a test.
            started.complete(false);
        }
        started.join();
    }

    private <T> T onWindow(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, fx).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Fault fault ? fault : e;
        }
    }

    private static void rethrow(Fault fault) {
        throw fault;
    }

    /// Nobody is there to answer.
    private static final class NoDialogs implements Dialogs {
        @Override
        public Optional<Path> folder(Messages.Key title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> openFile(Messages.Key title, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveFile(Messages.Key title, String suggestedName) {
            return Optional.empty();
        }

        @Override
        public boolean confirm(Messages.Key what, Messages.Key verb) {
            return false;
        }
    }
}
