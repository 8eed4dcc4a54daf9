package org.commonwright.workbench.palette;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;

/// One line of the palette: icon, name, where it belongs or why it cannot be done, shortcut.
final class PaletteCell extends ListCell<PaletteEntry> {
    private final Controls controls;

    PaletteCell(Controls controls, PaletteViewModel model) {
        this.controls = controls;
        setOnMouseClicked(_ -> {
            if (!isEmpty()) {
                model.selected().set(getIndex());
                model.run();
            }
        });
    }

    @Override
    protected void updateItem(PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var name = new Label(entry.name());
        var detail = new Label(entry.blocked().map(controls.texts()::now).orElse(entry.detail()));
        detail.getStyleClass().add("hint");
        var shortcut = new Label(entry.shortcut());
        shortcut.getStyleClass().add("shortcut");
        var row = new HBox(8, Icons.of(entry.icon()), name, detail, Controls.spring(), shortcut);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setOpacity(entry.blocked().isPresent() ? 0.6 : 1);
        shortcut.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(USE_PREF_SIZE);
        setGraphic(row);
        setAccessibleText(entry.name() + " " + entry.shortcut() + " " + detail.getText());
    }
}
