package org.commonwright.workbench.parts;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Region;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Hides the columns of a list in which no cell says anything, and says how many. One that comes to say something is shown;
/// none goes while a person works on the list. What a person chose about a column stands.
final class EmptyColumns {
    /// In longer lists it would take too long to look into every cell, and none is hidden.
    private static final int MOST_LINES = 20_000;
    /// The first ones say what a line is, whether or not somebody filled them in.
    private static final int ALWAYS = 2;

    private final DataTable<LineRow> table;
    private final Hyperlink link = new Hyperlink();
    private final List<String> headers;
    private final Set<String> kept;
    private @Nullable RepoPath shown;

    /// @param kept headers of columns that were made in this list just now, and are there to be filled
    EmptyColumns(DataTable<LineRow> table, Controls controls, List<String> headers, Set<String> kept) {
        this.table = table;
        this.headers = headers;
        this.kept = kept;
        link.setId("empty-columns");
        link.setMinWidth(Region.USE_PREF_SIZE);
        var hidden = Bindings.createIntegerBinding(() -> headers.size() - table.view().getVisibleLeafColumns().size(),
                table.view().getVisibleLeafColumns());
        link.textProperty().bind(controls.texts().messages()
                .flatMap(m -> hidden.map(n -> m.get("parts.columns-hidden", n.intValue()))));
        link.visibleProperty().bind(hidden.greaterThan(0));
        link.managedProperty().bind(link.visibleProperty());
        link.setOnAction(_ -> table.showAll());
    }

    /// Says how many columns are hidden, and shows them when it is pressed.
    Node link() {
        return link;
    }

    /// Looks into the document that is in the table.
    void look(@Nullable RepoPath file, @Nullable BomDocument document) {
        if (file == null || document == null || document.size() > MOST_LINES) {
            return;
        }
        boolean fresh = !Objects.equals(file, shown);
        for (int i = ALWAYS; i < headers.size(); i++) {
            if (!kept.contains(headers.get(i)) && (fresh || isHidden(i))) {
                boolean empty = document.size() > 0 && isEmpty(document, i);
                if (fresh || !empty) {
                    table.show(i, !empty);
                }
            }
        }
        shown = file;
    }

    private boolean isHidden(int column) {
        return table.view().getColumns().stream().filter(made -> table.isColumn(made.getId(), column))
                .noneMatch(TableColumn::isVisible);
    }

    private static boolean isEmpty(BomDocument document, int column) {
        for (int line = 0; line < document.size(); line++) {
            if (!document.cell(line, column).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
