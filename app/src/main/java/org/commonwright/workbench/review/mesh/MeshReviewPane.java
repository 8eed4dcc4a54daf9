package org.commonwright.workbench.review.mesh;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.mesh.ChangedRegion;
import org.commonwright.mesh.MeshWords;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.viewer.Pins;

/// Two revisions of a mesh in five modes, and the places where they differ: choosing one turns the view to it and frames it.
public final class MeshReviewPane {
    /// Of the picture and the row of modes above it.
    public static final double HEIGHT = MeshStage.HEIGHT + 42;
    private static final double LIST = 300;

    private MeshReviewPane() {}

    /// @param tasks   quiet ones
    /// @param name    the file's, for screen readers
    /// @param actions that shall work on it
    public static Node of(MeshPair pair, String name, Controls controls, Tasks tasks, MeshActions actions) {
        return of(pair, name, controls, tasks, actions, Pins.NONE, MeshSides.BEFORE_AFTER);
    }

    /// The same with marks on the new one, and in the words of what both are to each other.
    public static Node of(MeshPair pair, String name, Controls controls, Tasks tasks, MeshActions actions,
            Pins pins, MeshSides sides) {
        var model = new MeshReviewModel(pair);
        var bar = new FlowPane(16, 8, modes(model, controls, actions), new MeshLegend(model, sides, controls).node());
        bar.setRowValignment(javafx.geometry.VPos.CENTER);
        Node stage = new MeshStage(model, controls, tasks, name, pins).node();
        HBox.setHgrow(stage, Priority.ALWAYS);
        var row = new HBox(8, stage);
        if (!pair.regions().isEmpty()) {
            row.getChildren().add(regions(model, controls, actions));
        }
        var pane = new VBox(8, bar, row);
        actions.follow(model, pane);
        return pane;
    }

    private static Node modes(MeshReviewModel model, Controls controls, MeshActions actions) {
        var row = new HBox();
        row.setAlignment(Pos.CENTER_LEFT);
        var group = new ToggleGroup();
        for (MeshMode mode : MeshMode.values()) {
            var button = new ToggleButton();
            button.textProperty().bind(controls.texts().of("meshes.mode-" + mode.id()));
            String keys = actions.mode(mode).shortcutText();
            button.setTooltip(controls.tooltip(controls.texts().of("meshes.about-" + mode.id())
                    .map(about -> about + " (" + keys + ")")));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            model.mode().subscribe(now -> button.setSelected(mode == now));
            button.getStyleClass().add(mode == MeshMode.OVERLAY
                    ? "left-pill"
                    : mode == MeshMode.MAP ? "right-pill" : "center-pill");
            button.setId("mesh-mode-" + mode.id());
            // A mode is always chosen: pressing it again changes nothing.
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.mode().set(mode);
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private static Node regions(MeshReviewModel model, Controls controls, MeshActions actions) {
        var list = new ListView<ChangedRegion>();
        list.getItems().setAll(model.pair().regions());
        list.setId("mesh-regions");
        list.setCellFactory(_ -> new RegionCell(controls, list));
        controls.name(list, controls.texts().of("meshes.regions"));
        list.getSelectionModel().selectedItemProperty().subscribe(region -> model.region().set(region));
        model.region().subscribe(region -> {
            if (region != null && region != list.getSelectionModel().getSelectedItem()) {
                list.getSelectionModel().select(region);
                list.scrollTo(region);
            }
        });
        list.setPrefSize(LIST, 0);
        VBox.setVgrow(list, Priority.ALWAYS);
        var title = controls.label("meshes.regions-count", model.pair().regions().size());
        title.getStyleClass().add("strong");
        var buttons = new ActionControls(controls);
        var head = new HBox(4, title, Controls.spring(), buttons.iconButton(actions.previous()),
                buttons.iconButton(actions.next()));
        head.setAlignment(Pos.CENTER_LEFT);
        var hint = controls.hint("meshes.regions-hint");
        var box = new VBox(4, head, hint, list);
        box.setMinWidth(LIST);
        box.setPrefWidth(LIST);
        box.setMaxWidth(LIST);
        return box;
    }

    private static final class RegionCell extends ListCell<ChangedRegion> {
        private final Controls controls;

        RegionCell(Controls controls, ListView<ChangedRegion> list) {
            this.controls = controls;
            setWrapText(true);
            prefWidthProperty().bind(list.widthProperty().subtract(24));
        }

        @Override
        protected void updateItem(ChangedRegion region, boolean empty) {
            super.updateItem(region, empty);
            textProperty().unbind();
            setText(null);
            if (!empty && region != null) {
                textProperty().bind(controls.texts().formats()
                        .flatMap(f -> controls.texts().of(MeshWords.region(region, f))));
            }
        }
    }
}
