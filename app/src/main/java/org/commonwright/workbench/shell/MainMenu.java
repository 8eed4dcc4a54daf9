package org.commonwright.workbench.shell;

import java.util.EnumMap;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The menu behind ☰: a sub-menu per group, fed from the actions.
final class MainMenu {
    private final Actions actions;
    private final Controls controls;
    private final ActionControls actionControls;
    private final MenuButton button = new MenuButton(null, Icons.of(MaterialDesignM.MENU));

    MainMenu(Actions actions, Controls controls) {
        this.actions = actions;
        this.controls = controls;
        this.actionControls = new ActionControls(controls);
        button.setId("main-menu");
        button.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        controls.name(button, controls.texts().of("workbench.menu"));
        button.setTooltip(controls.tooltip(controls.texts().of("workbench.menu")));
        actions.all().addListener((ListChangeListener<Action>) _ -> fill());
        fill();
    }

    MenuButton node() {
        return button;
    }

    private void fill() {
        button.getItems().clear();
        var menus = new EnumMap<Group, Menu>(Group.class);
        for (Group group : Group.values()) {
            var members = actions.of(group);
            if (!members.isEmpty()) {
                var menu = new Menu();
                menu.textProperty().bind(controls.texts().of(group.key()));
                members.forEach(action -> menu.getItems().add(actionControls.item(action)));
                Group parent = group.parent();
                (parent == null ? button.getItems() : menus.get(parent).getItems()).add(menu);
                menus.put(group, menu);
            }
        }
    }
}
