package org.commonwright.workbench.contributors;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.contribution.insight.Note;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.FileSelection;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What makes lines look like more than was done. It changes no number.
final class NotesPane {
    private final Controls controls;
    private final ObservableList<Note> rows = FXCollections.observableArrayList();
    private final DataTable<Note> table;
    private final BorderPane pane = new BorderPane();

    NotesPane(ContributorsViewModel model, Controls controls, WorkbenchContext context) {
        this.controls = controls;
        table = new DataTable<>("contributor-notes", "notes.title", controls, context.settings(), rows, columns(),
                EmptyState.of(controls, MaterialDesignC.CHECK_CIRCLE_OUTLINE, "notes.none", "notes.none-hint"));
        table.onOpen(note -> {
            if (note.file() != null) {
                context.navigator().goTo("design", new FileSelection(note.file(), 0));
            }
        });
        var loaded = new LoadedPane<>(controls, model.notes().state(), Region::new, notes -> {
            rows.setAll(notes);
            return table.node();
        }, model::loadNotes);
        var hint = new VBox(controls.hint("notes.hint"));
        hint.getStyleClass().add("padded");
        pane.setTop(hint);
        pane.setCenter(loaded.node());
    }

    Node node() {
        return pane;
    }

    /// Words are made anew in another language.
    void refresh() {
        rows.setAll(List.copyOf(rows));
    }

    private List<Column<Note>> columns() {
        return List.of(Column.<Note>words("kind", "notes.kind", this::kind).width(320),
                Column.<Note>words("people", "contributors.name",
                        note -> note.people().stream().map(controls.texts()::called)
                                .collect(Collectors.joining(", ")))
                        .width(176),
                number("lines", "notes.lines", note -> note.lines()), number("of", "notes.of", note -> note.of()),
                Column.<Note>words("file", "contributors.file", note -> text(note.file())).width(216),
                Column.<Note>words("other", "notes.other", note -> text(note.other())).width(216),
                Column.<Note>words("commit", "notes.commit",
                        note -> note.commit() == null ? "" : note.commit().abbreviated()).width(116));
    }

    private static Column<Note> number(String id, String key, ToLongFunction<Note> value) {
        return Column.<Note>number(id, key, note -> value.applyAsLong(note),
                (note, formats) -> formats.number(BigDecimal.valueOf(value.applyAsLong(note)))).width(96);
    }

    private static String text(@Nullable Object path) {
        return path == null ? "" : path.toString();
    }

    private String kind(Note note) {
        return controls.texts().now(switch (note.kind()) {
            case CHURN -> "notes.churn";
            case SPACING -> "notes.spacing";
            case COPY -> "notes.copy";
            case VENDORED -> "notes.vendored";
        });
    }
}
