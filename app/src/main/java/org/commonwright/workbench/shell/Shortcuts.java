package org.commonwright.workbench.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Actions;

/// Gives each action's shortcut to the window. A focused field that uses the keys itself comes first.
final class Shortcuts {
    private Shortcuts() {}

    static void install(Actions actions, Scene scene) {
        Runnable fill = () -> {
            for (Action action : actions.all()) {
                if (action.shortcut() != null && !action.urgent()) {
                    scene.getAccelerators().put(action.shortcut(), action::fire);
                }
            }
        };
        // What is urgent hears the key before a field, a list or the palette can take it for itself.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> actions.all().stream().filter(Action::urgent)
                .filter(action -> action.shortcut() != null && action.shortcut().match(key)).forEach(action -> {
                    action.fire();
                    key.consume();
                }));
        actions.all().addListener((ListChangeListener<Action>) _ -> fill.run());
        fill.run();
    }
}
