package org.commonwright.workbench.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Actions;

/// Gives each action's shortcut to the window. A focused field that uses the keys itself comes first.
final class Shortcuts {
    private Shortcuts() {}

    static void install(Actions actions, Scene scene) {
        Runnable fill = () -> {
            for (Action action : actions.all()) {
                if (action.shortcut() != null) {
                    scene.getAccelerators().put(action.shortcut(), action::fire);
                }
            }
        };
        actions.all().addListener((ListChangeListener<Action>) _ -> fill.run());
        fill.run();
    }
}
