package org.commonwright.workbench.table;

import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/// Typing on a chosen cell begins its edit with what was typed, as spreadsheets do.
final class TypeToEdit {
    private TypeToEdit() {}

    static <T> void install(TableView<T> view) {
        view.addEventHandler(KeyEvent.KEY_TYPED, e -> typed(view, e));
    }

    private static <T> void typed(TableView<T> view, KeyEvent event) {
        String character = event.getCharacter();
        boolean printable = !character.isEmpty() && character.codePointAt(0) > ' ' && character.codePointAt(0) != 0x7f;
        boolean command = event.isShortcutDown() || event.isMetaDown() || event.isControlDown() && !event.isAltDown();
        if (!printable || command || view.getEditingCell() != null || !view.isFocused()) {
            return;
        }
        TablePosition<?, ?> at = view.getFocusModel().getFocusedCell();
        int column = at == null ? -1 : at.getColumn();
        if (column < 0 || !view.getVisibleLeafColumn(column).isEditable()) {
            return;
        }
        view.edit(at.getRow(), view.getVisibleLeafColumn(column));
        if (view.getEditingCell() != null && view.getScene().getFocusOwner() instanceof TextField field) {
            field.setText(character);
            field.end();
            event.consume();
        }
    }
}
