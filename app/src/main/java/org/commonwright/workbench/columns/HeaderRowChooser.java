package org.commonwright.workbench.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.commonwright.bom.read.ColumnsPreview;
import org.commonwright.bom.read.FirstRows.Row;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Which of the file's first rows holds the headers.
final class HeaderRowChooser {
    private final Controls controls;
    private final ComboBox<Row> box = new ComboBox<>();
    private final HBox node;
    private int found;
    private boolean filling;

    HeaderRowChooser(Controls controls, IntConsumer choose) {
        this.controls = controls;
        box.setId("header-row");
        box.setPrefWidth(560);
        box.setMinWidth(120);
        box.setVisibleRowCount(12);
        controls.name(box, controls.texts().of("columns.header-row"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Row row) {
                return row == null ? "" : words(row);
            }

            @Override
            public @Nullable Row fromString(String text) {
                return null;
            }
        });
        box.valueProperty().subscribe(row -> {
            if (!filling && row != null) {
                choose.accept(row.number());
            }
        });
        node = new HBox(8, controls.label("columns.header-row"), box);
        node.setAlignment(Pos.CENTER_LEFT);
        controls.texts().messages().subscribe(_ -> fill(List.copyOf(box.getItems()), box.getValue()));
    }

    Node node() {
        return node;
    }

    /// @param said the row that a person chose; 0 when it is found
    void show(ColumnsPreview preview, int said) {
        found = said == 0 ? preview.headerRow() : 0;
        List<Row> rows = new ArrayList<>(List.of(new Row(0, 0, "")));
        rows.addAll(preview.first());
        if (rows.stream().noneMatch(row -> row.number() == said)) {
            rows.add(new Row(said, 0, "…"));
        }
        fill(rows, rows.stream().filter(row -> row.number() == said).findFirst().orElseThrow());
    }

    private void fill(List<Row> rows, @Nullable Row chosen) {
        filling = true;
        box.getItems().setAll(rows);
        box.setValue(null);
        box.setValue(chosen);
        filling = false;
    }

    private String words(Row row) {
        if (row.number() > 0) {
            return controls.texts().now("columns.row", row.number(), row.text());
        }
        return found > 0 ? controls.texts().now("columns.row-found", found) : controls.texts().now("columns.row-find");
    }
}
