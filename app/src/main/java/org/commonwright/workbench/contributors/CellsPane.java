package org.commonwright.workbench.contributors;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.commonwright.contribution.cells.ListCells;
import org.commonwright.i18n.Formats;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.FileSelection;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Who set the cells of each bill of materials.
final class CellsPane {
    private static final int NAMED = 4;

    private final Controls controls;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final DataTable<Row> table;

    private record Row(String module, ListCells list) {}

    CellsPane(Controls controls, WorkbenchContext context) {
        this.controls = controls;
        table = new DataTable<>("contributor-cells", "contributors.tab-cells", controls, context.settings(), rows,
                columns(), EmptyState.of(controls, MaterialDesignT.TABLE_ACCOUNT, "contributors.no-lists",
                        "contributors.no-lists-hint"));
        table.onOpen(row -> context.navigator().goTo("design", new FileSelection(row.list.file(), 0)));
    }

    Node node() {
        return table.node();
    }

    private List<Column<Row>> columns() {
        return List.of(Column.<Row>words("file", "contributors.list", row -> row.list.file().text()).width(340),
                Column.<Row>words("module", "contributors.module", Row::module).width(160),
                Column.<Row>number("cells", "contributors.cells", row -> row.list.cells(),
                        (row, formats) -> formats.number(BigDecimal.valueOf(row.list.cells()))),
                Column.<Row>words("people", "contributors.who-set", this::people).width(480));
    }

    /// Those with the most cells, with their part.
    private String people(Row row) {
        Formats formats = controls.texts().formats().get();
        String named = row.list.people().entrySet().stream().limit(NAMED)
                .map(e -> controls.texts().called(e.getKey()) + " "
                        + formats.percent(e.getValue().rounded(6).doubleValue() / row.list.cells()))
                .collect(Collectors.joining(", "));
        int others = row.list.people().size() - NAMED;
        return others > 0 ? named + ", " + controls.texts().now("contributors.others", others) : named;
    }

    void show(Parts parts) {
        rows.setAll(parts.credits().cells().lists().stream()
                .map(list -> new Row(parts.module(list.module()), list)).toList());
    }
}
