package org.commonwright.workbench.machines.jog;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;

/// Ends all motion by hand the moment that nobody can be sure to look at it: the window loses the focus or is minimised, a dialog
/// opens, another area, machine or tab comes into sight. Whatever moves a machine for as long as something is held (a button, a
/// key, a stick) registers here how it is ended.
///
/// What was held then has to be let go before it counts again: [#allowed] alone does not say that.
public final class JogGuard {
    private final List<Runnable> stops = new CopyOnWriteArrayList<>();
    private final ReadOnlyBooleanWrapper allowed = new ReadOnlyBooleanWrapper();
    private final ObservableValue<Window> window;
    private final ObservableValue<Boolean> covered;
    /// Held here, since the windows know them weakly: they outlive a page.
    private final InvalidationListener focusMoved = _ -> look();
    private final ListChangeListener<Window> windowsChanged = this::follow;

    /// @param page what is in sight while a machine may be moved; its window is the one that counts
    /// @param covered whether something asks for the person's attention: a dialog, a page over this one
    public JogGuard(Node page, ObservableValue<Boolean> covered) {
        this.covered = covered;
        window = page.sceneProperty().flatMap(Scene::windowProperty);
        window.flatMap(w -> w instanceof Stage stage ? stage.iconifiedProperty() : new SimpleBooleanProperty())
                .subscribe(_ -> look());
        covered.subscribe(_ -> look());
        Window.getWindows().forEach(this::follow);
        Window.getWindows().addListener(new WeakListChangeListener<>(windowsChanged));
    }

    /// Whether motion may begin at all: the window has the focus and nothing lies over the page. For what hears of a person's hand
    /// also while the window does not, such as a game pad.
    public ReadOnlyBooleanProperty allowed() {
        return allowed.getReadOnlyProperty();
    }

    /// @param stop ends the motion; called on the window's thread, also while there is none
    /// @return gives it back
    public Subscription onRelease(Runnable stop) {
        stops.add(stop);
        return () -> stops.remove(stop);
    }

    /// All motion by hand ends now.
    public void release() {
        stops.forEach(Runnable::run);
    }

    private void follow(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::follow);
        }
        look();
    }

    private void follow(Window another) {
        another.focusedProperty().addListener(new WeakInvalidationListener(focusMoved));
    }

    /// Not every system takes the focus from a window before it gives it to another.
    private void look() {
        Window ours = window.getValue();
        boolean fine = ours != null && ours.isFocused() && !(ours instanceof Stage stage && stage.isIconified())
                && !covered.getValue()
                && Window.getWindows().stream().noneMatch(other -> other.isFocused() && other != ours);
        allowed.set(fine);
        if (!fine) {
            release();
        }
    }
}
