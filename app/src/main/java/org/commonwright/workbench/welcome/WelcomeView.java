package org.commonwright.workbench.welcome;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.text.Controls;

/// The welcome page.
final class WelcomeView {
    private static final int WIDTH = 720;
    private static final PseudoClass NEWCOMER = PseudoClass.getPseudoClass("newcomer");

    private final WelcomeViewModel model;
    private final Controls controls;
    private final VBox recents = new VBox(4);
    private final VBox page;
    private final Node first;

    /// @param ways the actions that open a design, the first one first
    WelcomeView(WelcomeViewModel model, CloneViewModel cloning, List<Action> ways, Controls controls) {
        this.model = model;
        this.controls = controls;
        var buttons = new FlowPane(8, 8);
        var actionControls = new ActionControls(controls);
        ways.forEach(action -> buttons.getChildren().add(actionControls.button(action)));
        this.first = buttons.getChildren().getFirst();
        page = new VBox(16, controls.label(controls.texts().of("workbench.title"), "display"),
                controls.hint("workbench.welcome-hint"), buttons, new CloneForm(cloning, controls).node(),
                controls.label(controls.texts().of("workbench.recent-designs"), "subheading"), recents);
        page.getStyleClass().add("page");
        page.setMaxWidth(WIDTH);
        HBox.setHgrow(page, Priority.ALWAYS);
        model.recents().addListener((ListChangeListener<RecentEntry>) _ -> fill());
        fill();
    }

    Node node() {
        var centred = new HBox(page);
        centred.setAlignment(Pos.TOP_CENTER);
        var scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        return scroll;
    }

    /// For a newcomer the first way is the one to take.
    private void fill() {
        first.pseudoClassStateChanged(NEWCOMER, model.recents().isEmpty());
        recents.getChildren().setAll(model.recents().isEmpty()
                ? List.of(controls.hint("workbench.recent-none"))
                : model.recents().stream().map(entry -> RecentRow.of(entry, model, controls)).toList());
    }
}
