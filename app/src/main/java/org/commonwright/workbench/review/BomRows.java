package org.commonwright.workbench.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.bom.diff.DiffWords;
import org.commonwright.git.FileChange;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.review.comments.CommentRow;
import org.commonwright.workbench.review.comments.CommentTarget;
import org.commonwright.workbench.review.comments.Spot;

/// What a change does to a bill of materials: a row for each line that came or went, and for each cell that says something else.
final class BomRows {
    private static final double SIGN = 16;
    private static final double PART = 240;

    private final Messages messages;
    private final Formats formats;

    BomRows(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    List<CommentRow> of(BomDiff diff, FileChange change) {
        RepoPath path = change.path();
        RepoPath then = change.oldPath() == null ? path : change.oldPath();
        var rows = new ArrayList<CommentRow>();
        for (BomLine line : diff.added()) {
            rows.add(row(() -> node("+", line.part(), describe(line), "diff-added"),
                    CommentTarget.cell(path, line.row(), line.part(), "", false), line.part(), ""));
        }
        for (BomLine line : diff.removed()) {
            rows.add(row(() -> node("−", line.part(), describe(line), "diff-removed"),
                    CommentTarget.cell(then, line.row(), line.part(), "", true), line.part(), ""));
        }
        for (DiffWords.Word word : DiffWords.of(diff)) {
            Supplier<Node> node = () -> node(word.moved() ? "↕" : "~", word.part(), word.text(messages),
                    word.moved() ? "hint" : "diff-changed");
            rows.add(word.row() < 1
                    ? CommentRow.plain(node)
                    : row(node, CommentTarget.cell(path, word.row(), word.part(), word.cell(), false), word.part(),
                            word.cell()));
        }
        if (rows.isEmpty()) {
            rows.add(CommentRow.plain(() -> text(messages.get("reviews.bom-same"), "text")));
        }
        return rows;
    }

    /// @param column empty for whatever is said about the part
    private static CommentRow row(Supplier<Node> node, CommentTarget target, String part, String column) {
        return new CommentRow(node, target, new Spot.Cell(part, column));
    }

    private static Node node(String sign, String part, String words, String style) {
        Label mark = text(sign, style);
        mark.setMinWidth(SIGN);
        Label name = text(part, "strong");
        name.setPrefWidth(PART);
        name.setMinWidth(PART);
        Label said = text(words, style);
        HBox.setHgrow(said, Priority.ALWAYS);
        var row = new HBox(8, mark, name, said);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private String describe(BomLine line) {
        String quantity = line.quantity() == null ? "" : formats.quantity(line.quantity());
        return Stream.of(quantity, line.description(), line.material()).filter(s -> !s.isBlank())
                .collect(Collectors.joining("  ·  "));
    }

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
