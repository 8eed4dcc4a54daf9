package org.commonwright.workbench.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.model.RepoPath;
import org.commonwright.review.comment.Anchor;
import org.commonwright.workbench.review.comments.DesignComments;
import org.commonwright.workbench.review.comments.PlacedThread;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The cells of the shown bill of materials on which a comment is open. Places are those of the last commit; a row that was moved since
/// is found by its part.
final class CellMarks {
    private final PartsViewModel model;
    private final DesignComments comments;
    private final Controls controls;
    /// By the line in the document and the column's header.
    private Map<Cell, List<PlacedThread>> marks = Map.of();

    private record Cell(int line, String header) {}

    CellMarks(PartsViewModel model, DesignComments comments, Controls controls) {
        this.model = model;
        this.comments = comments;
        this.controls = controls;
    }

    /// Looks again where they are.
    void look() {
        RepoPath file = model.editing().file();
        BomDocument document = model.editing().document();
        var found = new HashMap<Cell, List<PlacedThread>>();
        if (file != null && document != null) {
            for (PlacedThread thread : comments.cells(file)) {
                var at = (Anchor.Cell) thread.at();
                int line = line(document, at);
                if (line >= 0) {
                    found.computeIfAbsent(new Cell(line, at.column()), _ -> new ArrayList<>()).add(thread);
                }
            }
        }
        marks = found;
    }

    /// Where the row is while it is edited; negative when it cannot be told.
    private static int line(BomDocument document, Anchor.Cell at) {
        int column = document.columnKeys().indexOf("part");
        int there = document.lineAt(at.row());
        if (column < 0 || is(document, there, column, at)) {
            return there;
        }
        int found = -1;
        for (int line = 0; line < document.size(); line++) {
            if (is(document, line, column, at)) {
                if (found >= 0) {
                    return -1;
                }
                found = line;
            }
        }
        return found;
    }

    private static boolean is(BomDocument document, int line, int column, Anchor.Cell at) {
        return line >= 0 && line < document.size()
                && PartKey.named(document.cell(line, column)).equals(PartKey.named(at.part()));
    }

    /// The mark of a cell, which leads to its thread; null for none.
    @Nullable
    Node mark(LineRow row, String header) {
        List<PlacedThread> threads = marks.get(new Cell(row.line(), header));
        if (threads == null) {
            return null;
        }
        var icon = Icons.of(MaterialDesignC.COMMENT_TEXT_OUTLINE);
        icon.getStyleClass().addAll("accent-icon", "comment-mark");
        icon.setAccessibleText(controls.texts().now("remarks.open", threads.size()));
        icon.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                comments.show(threads.getFirst());
            }
        });
        return icon;
    }

    /// The threads of a row.
    List<PlacedThread> of(LineRow row) {
        return marks.entrySet().stream().filter(mark -> mark.getKey().line() == row.line())
                .flatMap(mark -> mark.getValue().stream()).toList();
    }
}
