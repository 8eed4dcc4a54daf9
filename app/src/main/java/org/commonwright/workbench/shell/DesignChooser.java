package org.commonwright.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.commonwright.settings.Recent;
import org.commonwright.settings.RecentDesigns;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Shorten;
import org.commonwright.workbench.theme.Icons;
import org.commonwright.workbench.welcome.DesignOpener;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Which design is open; opens another of the recent ones, or leads to the ways to open one.
final class DesignChooser {
    private static final int NAME = 40;
    private static final int PATH = 48;

    private final MenuButton button = new MenuButton(null, Icons.of(MaterialDesignC.CUBE_OUTLINE));
    private final ActionControls actionControls;
    private final Actions actions;
    private final RecentDesigns recents;
    private final DesignOpener opener;

    DesignChooser(CurrentDesign current, Actions actions, RecentDesigns recents, DesignOpener opener,
            Controls controls) {
        this.actions = actions;
        this.recents = recents;
        this.opener = opener;
        this.actionControls = new ActionControls(controls);
        button.setId("design-chooser");
        // A name such as 3D_Printer keeps its underscore.
        button.setMnemonicParsing(false);
        button.getStyleClass().add("flat");
        ObservableValue<String> none = controls.texts().of("workbench.choose-design");
        button.textProperty().bind(none.flatMap(
                words -> current.design().map(d -> Shorten.middle(d.name(), NAME)).orElse(words)));
        button.setOnShowing(_ -> fill());
        fill();
    }

    MenuButton node() {
        return button;
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        for (Recent recent : recents.list()) {
            var item = new MenuItem(recent.name() + "  ·  " + Shorten.middle(recent.folder().toString(), PATH));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> opener.open(recent.folder()));
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        actions.of(Group.DESIGN).stream().filter(a -> !a.id().equals("quit"))
                .forEach(action -> items.add(actionControls.item(action)));
        button.getItems().setAll(items);
    }
}
