package org.commonwright.workbench.contributors;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.commonwright.contribution.Part;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Theme;

/// Shares as bars, the largest first: name, bar, per cent. Everybody beyond the first dozen is one bar together.
final class ShareBars {
    private static final int MOST = 12;
    private static final double FULL = 1000;
    private static final double BAR_HEIGHT = 12;

    private final Controls controls;
    private final GridPane grid = new GridPane(8, 8);

    ShareBars(Controls controls) {
        this.controls = controls;
        var names = new ColumnConstraints(72, 136, 200);
        names.minWidthProperty().bind(Theme.textScale(grid).map(scale -> 72 * scale));
        names.setPrefWidth(Region.USE_COMPUTED_SIZE);
        // Long names get a third of a wide picture: many begin alike.
        names.maxWidthProperty().bind(grid.widthProperty().map(width -> Math.max(136, width.doubleValue() / 3)));
        var bars = new ColumnConstraints(48, 160, Double.MAX_VALUE);
        bars.setHgrow(Priority.ALWAYS);
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(names, bars, numbers);
        grid.getStyleClass().add("padded");
    }

    Node node() {
        return grid;
    }

    void show(List<Part> parts) {
        grid.getChildren().clear();
        boolean all = parts.size() <= MOST;
        List<Part> shown = all ? parts : parts.subList(0, MOST - 1);
        int rest = parts.subList(shown.size(), parts.size()).stream().mapToInt(Part::perMille).sum();
        // All bars have one measure, that of the others together too.
        int largest = Math.max(Math.max(1, rest), shown.stream().mapToInt(Part::perMille).max().orElse(1));
        for (Part part : shown) {
            row(controls.texts().called(part.person()), part.perMille(), largest,
                    part.bot() ? "share-bar-bot" : "share-bar");
        }
        if (!all) {
            row(controls.texts().now("contributors.others", parts.size() - shown.size()), rest, largest,
                    "share-bar-rest");
        }
    }

    private void row(String name, int perMille, int largest, String style) {
        String percent = controls.texts().formats().get().percent(perMille / FULL);
        var label = new Label(name);
        label.setTooltip(controls.tooltip(new ReadOnlyStringWrapper(name)));
        var bar = new Region();
        bar.getStyleClass().addAll("share", style);
        bar.setPrefHeight(BAR_HEIGHT);
        bar.setMaxHeight(BAR_HEIGHT);
        var room = new HBox(bar);
        room.setAlignment(Pos.CENTER_LEFT);
        room.setMinWidth(0);
        bar.prefWidthProperty().bind(room.widthProperty().multiply((double) perMille / largest));
        room.setAccessibleText(name + " " + percent);
        var value = new Label(percent);
        grid.addRow(grid.getRowCount(), label, room, value);
    }
}
