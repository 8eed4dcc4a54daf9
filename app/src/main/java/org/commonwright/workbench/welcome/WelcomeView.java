package org.commonwright.workbench.welcome;

import java.time.ZoneId;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.settings.Recent;
import org.commonwright.workbench.WorkbenchContext;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Shorten;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The welcome page.
final class WelcomeView {
    private static final int WIDTH = 720;
    private static final int PATH = 64;

    private final WelcomeViewModel model;
    private final WorkbenchContext context;
    private final Controls controls;
    private final VBox recents = new VBox(4);
    private final VBox page = new VBox(16);

    WelcomeView(WelcomeViewModel model, WorkbenchContext context) {
        this.model = model;
        this.context = context;
        this.controls = new Controls(context.texts());
        var ways = new FlowPane(8, 8);
        var actionControls = new ActionControls(controls);
        context.actions().of(Group.DESIGN).stream().filter(a -> a.id().matches("open-folder|clone|open-sample"))
                .forEach((Action action) -> ways.getChildren().add(actionControls.button(action)));
        page.getChildren().addAll(controls.label(controls.texts().of("workbench.title"), "display"),
                controls.hint("workbench.welcome-hint"), ways,
                controls.label(controls.texts().of("workbench.recent-designs"), "subheading"), recents);
        page.getStyleClass().add("page");
        page.setMaxWidth(WIDTH);
        model.recents().addListener((ListChangeListener<Recent>) _ -> fill());
        fill();
    }

    Node node() {
        var centred = new HBox(page);
        centred.setAlignment(Pos.TOP_CENTER);
        HBox.setHgrow(page, Priority.ALWAYS);
        var scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private void fill() {
        recents.getChildren().clear();
        model.recents().forEach(recent -> recents.getChildren().add(row(recent)));
        if (model.recents().isEmpty()) {
            recents.getChildren().add(controls.hint("workbench.recent-none"));
        }
    }

    private Node row(Recent recent) {
        var name = new Label(recent.name());
        name.getStyleClass().add("strong");
        var path = new Label(Shorten.middle(recent.folder().toString(), PATH));
        path.getStyleClass().addAll("hint");
        var when = controls.label(controls.texts().formats()
                .map(f -> f.dateTime(recent.opened(), ZoneId.systemDefault())), "hint");
        var words = new VBox(4, name, path);
        var line = new HBox(16, Icons.of(MaterialDesignC.CUBE_OUTLINE, 24), words, Controls.spring(), when);
        line.setAlignment(Pos.CENTER_LEFT);
        var open = new Button(null, line);
        open.getStyleClass().addAll("flat", "row-button");
        open.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(open.widthProperty().subtract(26));
        open.setAccessibleText(recent.name() + " " + recent.folder());
        open.setOnAction(_ -> model.open(recent));
        HBox.setHgrow(open, Priority.ALWAYS);
        var forget = controls.iconButton(MaterialDesignC.CLOSE, "workbench.forget-recent",
                () -> model.forget(recent.folder()));
        var row = new HBox(4, open, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
