package org.commonwright.workbench.area;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.notice.FaultPane;
import org.commonwright.task.Tasks;
import org.commonwright.task.Work;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.text.Controls;

/// Shows a value that is loaded in the background: its empty state, a sign that it is on its way (not before 100 ms, so that
/// quick loads do not flicker), the value, or what went wrong with another try.
public final class LoadedPane<T> {
    private static final Duration PATIENCE = Duration.millis(100);

    private final Controls controls;
    private final Supplier<Node> empty;
    private final Function<T, Node> ready;
    private final Runnable again;
    private final StackPane pane = new StackPane();
    private final PauseTransition wait = new PauseTransition(PATIENCE);

    /// @param empty the view's empty state
    /// @param ready the view of a value; may return the same node each time
    /// @param again loads once more
    public LoadedPane(Controls controls, ObservableValue<Loaded<T>> state, Supplier<Node> empty,
            Function<T, Node> ready, Runnable again) {
        this.controls = controls;
        this.empty = empty;
        this.ready = ready;
        this.again = again;
        state.subscribe(this::show);
    }

    /// A place for one value that is asked for at once, and again when that fails and a person says so.
    ///
    /// @param title what is done meanwhile
    public static <T> StackPane of(Controls controls, Tasks tasks, Messages.Key title, Work<T> work,
            Function<T, Node> ready) {
        var loader = new Loader<T>(tasks);
        Runnable load = () -> loader.load(title, work);
        load.run();
        return new LoadedPane<>(controls, loader.state(), StackPane::new, ready, load).pane;
    }

    public Node node() {
        return pane;
    }

    private void show(Loaded<T> state) {
        wait.stop();
        switch (state) {
            case Loaded.Nothing<T> _ -> pane.getChildren().setAll(empty.get());
            case Loaded.Loading<T>(var title) -> {
                wait.setOnFinished(_ -> pane.getChildren().setAll(loading(title)));
                wait.playFromStart();
            }
            case Loaded.Ready<T>(var value) -> pane.getChildren().setAll(ready.apply(value));
            case Loaded.Failed<T>(var fault) ->
                pane.getChildren().setAll(FaultPane.of(controls, fault, again));
        }
    }

    private Node loading(Messages.Key title) {
        var wheel = new ProgressIndicator();
        wheel.setMaxSize(32, 32);
        var words = controls.label(controls.texts().of(title), "hint");
        var box = new VBox(8, wheel, words);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
