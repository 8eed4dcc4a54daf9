package org.commonwright.workbench.table;

import java.util.function.Consumer;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.commonwright.workbench.text.CutText;
import org.commonwright.workbench.text.Texts;
import org.jspecify.annotations.Nullable;

/// A cell: its text in the reader's formats, a field while it is edited.
final class DataCell<T> extends TableCell<T, T> {
    private static final String DOUBTFUL = "doubtful";

    private final Column<T> column;
    private final Texts texts;
    private final Consumer<String> sameForAll;
    private @Nullable TextField field;
    private @Nullable CellPopup popup;

    /// @param sameForAll writes what was typed into every chosen cell (Ctrl+Enter)
    DataCell(Column<T> column, Texts texts, Consumer<String> sameForAll) {
        this.column = column;
        this.texts = texts;
        this.sameForAll = sameForAll;
        if (column.isNumber()) {
            getStyleClass().add("number");
        }
        setOnMouseEntered(_ -> explain());
    }

    @Override
    protected void updateItem(T row, boolean empty) {
        super.updateItem(row, empty);
        show();
        // A path is known by its end, too.
        String text = getText();
        setTextOverrun(text != null && text.indexOf('/') >= 0 && text.indexOf(' ') < 0
                ? OverrunStyle.CENTER_ELLIPSIS
                : OverrunStyle.ELLIPSIS);
    }

    @Override
    public void startEdit() {
        if (column.edit() == null || getItem() == null) {
            return;
        }
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        var typed = new TextField(column.text().apply(getItem(), texts.formats().get()));
        typed.setOnAction(_ -> finish(typed.getText()));
        typed.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
                String text = typed.getText();
                cancelEdit();
                sameForAll.accept(text);
                e.consume();
            }
        });
        CellHelp<T> help = column.help();
        if (help != null) {
            T row = getItem();
            var below = new CellPopup(typed, texts, choice -> {
                cancelEdit();
                choice.take().run();
            });
            popup = below;
            typed.textProperty().subscribe((_, text) -> below.show(help.choices(row, text), help.wrong(row, text)));
        }
        typed.focusedProperty().subscribe((was, now) -> {
            if (was && !now && isEditing()) {
                finish(typed.getText());
            }
        });
        field = typed;
        setText(null);
        setGraphic(typed);
        // Its keys work from now on, not from the next frame: who types fast must not lose any.
        typed.applyCss();
        typed.requestFocus();
        typed.selectAll();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        boolean hadFocus = field != null && field.isFocused();
        field = null;
        if (popup != null) {
            popup.hide();
            popup = null;
        }
        show();
        if (hadFocus) {
            getTableView().requestFocus();
        }
    }

    private void finish(String typed) {
        T row = getItem();
        boolean changed = row != null && !typed.equals(column.text().apply(row, texts.formats().get()));
        cancelEdit();
        if (changed && column.edit() != null) {
            column.edit().accept(row, typed);
        }
    }

    /// A text that is cut is shown whole when the mouse comes over it.
    private void explain() {
        setTooltip(CutText.isCut(this) ? new Tooltip(getText()) : null);
    }

    private void show() {
        T row = getItem();
        if (isEmpty() || row == null) {
            setText(null);
            setGraphic(null);
        } else if (field == null) {
            String text = column.text().apply(row, texts.formats().get());
            setText(text);
            boolean doubtful = column.number() != null && !text.isBlank() && column.number().apply(row) == null;
            getStyleClass().remove(DOUBTFUL);
            if (doubtful) {
                getStyleClass().add(DOUBTFUL);
            }
            setGraphic(column.graphic() == null ? null : column.graphic().apply(row));
        }
    }
}
