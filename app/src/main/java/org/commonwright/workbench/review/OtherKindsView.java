package org.commonwright.workbench.review;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.git.FileChange;
import org.commonwright.review.file.FileDiff;
import org.commonwright.review.file.PictureDiff;
import org.commonwright.review.file.ProgramDiff;
import org.commonwright.review.file.Row;
import org.commonwright.workbench.area.Paged;
import org.commonwright.workbench.review.comments.PicturePins;
import org.commonwright.workbench.text.Controls;

/// Manifests, programs, pictures, drawings and what else there is: a table of what changed, and what can be looked at.
final class OtherKindsView {
    private static final double VALUES = 200;
    private static final int MOST = 100;

    private final Controls controls;
    private final ProgramOverlay programs;
    private final PicturesBeforeAfter pictures;

    OtherKindsView(Controls controls, BlobSides sides) {
        this.controls = controls;
        this.programs = new ProgramOverlay(controls, sides);
        this.pictures = new PicturesBeforeAfter(controls, sides);
    }

    /// @param pins comments on a picture as it would be
    Node of(FileChange change, FileDiff diff, PicturePins pins) {
        var table = new BorderPane();
        table.centerProperty().bind(controls.texts().messages()
                .flatMap(m -> controls.texts().formats().map(f -> table(diff.rows(m, f), controls))));
        return switch (diff) {
            case ProgramDiff _ -> new VBox(8, table, programs.of(change));
            case PictureDiff picture -> new VBox(8, table, pictures.of(change, picture.pixels() != null, pins));
            default -> table;
        };
    }

    static Node table(List<Row> rows, Controls controls) {
        return Paged.of(rows, MOST, controls, OtherKindsView::grid);
    }

    private static Region grid(List<Row> rows) {
        var grid = new GridPane(16, 4);
        var sign = new ColumnConstraints();
        sign.setMinWidth(Region.USE_PREF_SIZE);
        var what = new ColumnConstraints();
        what.setMaxWidth(320);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        // Long values wrap in the room that is left; what they are about does not.
        values.setPrefWidth(VALUES);
        grid.getColumnConstraints().addAll(sign, what, values);
        for (Row row : rows) {
            String style = switch (row.sign()) {
                case "+" -> "diff-added";
                case "−" -> "diff-removed";
                case "~" -> "diff-changed";
                default -> "hint";
            };
            grid.addRow(grid.getRowCount(), text(row.sign(), style), text(row.what(), "strong"),
                    text(row.values(), row.sign().equals("=") ? "text" : style));
        }
        return grid;
    }

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}
