package org.commonwright.workbench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.stage.Stage;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.WorkbenchContext;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/// Opens the workbench for a test: in English, with its folders under `home`, and with dialogs that answer by themselves.
public final class TestWindow implements Dialogs {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Composition composition;
    private @Nullable Path answer;
    private boolean confirms = true;

    public TestWindow(Stage stage, Path home, Tasks tasks) {
        composition = new Composition(stage, AppFolders.under(home), Locale.ENGLISH, tasks, new FxThread(), () -> NOW,
                (_, _) -> this);
        composition.window().show();
    }

    /// Waits until the condition, which is asked on the window's thread, holds. A minute is for machines that do much else.
    public static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }

    public Composition composition() {
        return composition;
    }

    public WorkbenchContext context() {
        return composition.context();
    }

    /// What the next choosers answer; null cancels.
    public void answer(@Nullable Path path) {
        answer = path;
    }

    /// What the next confirmations answer.
    public void confirms(boolean yes) {
        confirms = yes;
    }

    @Override
    public Optional<Path> folder(Messages.Key title) {
        return Optional.ofNullable(answer);
    }

    @Override
    public Optional<Path> openFile(Messages.Key title, List<String> patterns) {
        return Optional.ofNullable(answer);
    }

    @Override
    public Optional<Path> saveFile(Messages.Key title, String suggestedName) {
        return Optional.ofNullable(answer);
    }

    @Override
    public boolean confirm(Messages.Key what, Messages.Key verb) {
        return confirms;
    }
}
