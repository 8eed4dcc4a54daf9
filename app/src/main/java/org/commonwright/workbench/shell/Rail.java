package org.commonwright.workbench.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;

/// The rail on the left: one button per area, icon above name. Scrolls when the window is low or the text large.
final class Rail {
    private static final int ICON = 20;

    private final AreaHost host;
    private final Controls controls;
    private final VBox box = new VBox(4);

    Rail(AreaHost host, Controls controls) {
        this.host = host;
        this.controls = controls;
        for (Area area : host.areas()) {
            if (area.onRail()) {
                box.getChildren().add(button(area));
            }
        }
        box.getStyleClass().add("rail");
        box.setFillWidth(true);
    }

    Node node() {
        var scroll = new ScrollPane(box);
        scroll.getStyleClass().add("rail-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(Region.USE_PREF_SIZE);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private ToggleButton button(Area area) {
        var button = new ToggleButton(null, Icons.of(area.icon(), ICON));
        button.setId("rail-" + area.id());
        button.getStyleClass().add("rail-button");
        button.setContentDisplay(ContentDisplay.TOP);
        button.setAlignment(Pos.CENTER);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(controls.texts().of(area.titleKey()));
        host.current().subscribe(id -> button.setSelected(id.equals(area.id())));
        button.setOnAction(_ -> {
            button.setSelected(true);
            host.goTo(area.id());
        });
        return button;
    }
}
