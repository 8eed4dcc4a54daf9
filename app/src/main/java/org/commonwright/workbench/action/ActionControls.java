package org.commonwright.workbench.action;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;

/// Buttons and menu items of actions.
public final class ActionControls {
    private final Controls controls;

    public ActionControls(Controls controls) {
        this.controls = controls;
    }

    /// A button with icon and words. The box around it carries the tooltip, because a disabled button shows none.
    public Region button(Action action) {
        Button button = bare(action);
        button.textProperty().bind(title(action));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return boxed(button, action);
    }

    /// A button with its icon only.
    public Region iconButton(Action action) {
        Button button = bare(action);
        button.getStyleClass().addAll("flat", "button-icon");
        return boxed(button, action);
    }

    public MenuItem item(Action action) {
        var item = new MenuItem();
        item.setId("menu-" + action.id());
        item.setGraphic(Icons.of(action.icon()));
        item.textProperty().bind(title(action));
        item.disableProperty().bind(action.blocked().map(reason -> reason.isPresent()));
        item.setAccelerator(action.shortcut());
        item.setOnAction(_ -> action.fire());
        return item;
    }

    /// Name and shortcut, or why it cannot be done now.
    public ObservableValue<String> explanation(Action action) {
        ObservableValue<String> title = title(action);
        String keys = action.shortcutText().isEmpty() ? "" : " (" + action.shortcutText() + ")";
        return controls.texts().messages().flatMap(m -> action.blocked()
                .flatMap(reason -> title.map(t -> t + keys
                        + reason.map(r -> "\n" + m.get(r.key(), r.arguments())).orElse(""))));
    }

    private ObservableValue<String> title(Action action) {
        return controls.texts().of(action.title());
    }

    private Button bare(Action action) {
        var button = new Button(null, Icons.of(action.icon()));
        button.setId(action.id());
        controls.name(button, title(action));
        button.accessibleHelpProperty().bind(explanation(action));
        button.disableProperty().bind(action.blocked().map(reason -> reason.isPresent()));
        button.setOnAction(_ -> action.fire());
        return button;
    }

    private Region boxed(Button button, Action action) {
        var box = new StackPane(button);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip.install(box, controls.tooltip(explanation(action)));
        return box;
    }
}
