package org.commonwright.workbench.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.commonwright.settings.SettingsFile;

/// Order, width, visibility and sort of a table's columns, kept in the settings under the table's id.
final class ColumnMemory {
    private static final String SECTION = "tables";

    private final SettingsFile settings;
    private final String table;
    private final Set<String> chosen = new HashSet<>();
    private boolean restoring;

    ColumnMemory(SettingsFile settings, String table) {
        this.settings = settings;
        this.table = table;
    }

    /// Restores what was kept and keeps what changes.
    <T> void attach(TableView<T> view) {
        restoring = true;
        restore(view);
        restoring = false;
        view.getColumns().addListener((ListChangeListener<TableColumn<T, ?>>) _ -> save(view));
        view.getSortOrder().addListener((ListChangeListener<TableColumn<T, ?>>) _ -> save(view));
        for (TableColumn<T, ?> column : view.getColumns()) {
            column.widthProperty().subscribe(_ -> save(view));
            column.visibleProperty().subscribe((_, _) -> {
                if (!restoring) {
                    chosen.add(column.getId());
                }
                save(view);
            });
            column.sortTypeProperty().subscribe(_ -> save(view));
        }
    }

    /// Shows or hides a column for a reason of the program's own, unless a person chose.
    <T> void show(TableColumn<T, ?> column, boolean visible) {
        if (!chosen.contains(column.getId())) {
            restoring = true;
            column.setVisible(visible);
            restoring = false;
        }
    }

    private <T> void restore(TableView<T> view) {
        JsonNode was = settings.section(SECTION).path(table);
        ObservableList<TableColumn<T, ?>> columns = view.getColumns();
        int at = 0;
        List<TableColumn<T, ?>> sorted = new ArrayList<>();
        for (JsonNode entry : was.path("columns")) {
            TableColumn<T, ?> column = find(columns, entry.path("id").asText());
            if (column != null) {
                columns.remove(column);
                columns.add(Math.min(at++, columns.size()), column);
                column.setPrefWidth(entry.path("width").asDouble(column.getPrefWidth()));
                if (entry.has("visible")) {
                    chosen.add(column.getId());
                    column.setVisible(entry.path("visible").asBoolean());
                }
            }
        }
        for (JsonNode entry : was.path("sort")) {
            TableColumn<T, ?> column = find(columns, entry.path("id").asText());
            if (column != null) {
                column.setSortType(entry.path("descending").asBoolean()
                        ? TableColumn.SortType.DESCENDING
                        : TableColumn.SortType.ASCENDING);
                sorted.add(column);
            }
        }
        view.getSortOrder().setAll(sorted);
    }

    private static <T> TableColumn<T, ?> find(List<TableColumn<T, ?>> columns, String id) {
        return columns.stream().filter(c -> id.equals(c.getId())).findFirst().orElse(null);
    }

    private <T> void save(TableView<T> view) {
        if (restoring || view.getScene() == null) {
            return;
        }
        ObjectNode now = SettingsFile.object();
        var columns = now.putArray("columns");
        for (TableColumn<T, ?> column : view.getColumns()) {
            ObjectNode entry = columns.addObject().put("id", column.getId())
                    .put("width", Math.round(column.getWidth()));
            if (chosen.contains(column.getId())) {
                entry.put("visible", column.isVisible());
            }
        }
        var sort = now.putArray("sort");
        for (TableColumn<T, ?> column : view.getSortOrder()) {
            sort.addObject().put("id", column.getId()).put("descending",
                    column.getSortType() == TableColumn.SortType.DESCENDING);
        }
        ObjectNode all = settings.section(SECTION) instanceof ObjectNode object ? object : SettingsFile.object();
        all.set(table, now);
        settings.put(SECTION, all);
    }
}
