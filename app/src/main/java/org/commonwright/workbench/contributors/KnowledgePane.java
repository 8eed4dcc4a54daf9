package org.commonwright.workbench.contributors;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.commonwright.contribution.Part;
import org.commonwright.contribution.insight.Knowledge;
import org.commonwright.model.Rational;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Module by person: the more of a module's lines are somebody's, the stronger the cell; below it, who knows each module and on
/// how many people it depends.
final class KnowledgePane {
    private static final int PEOPLE = 8;
    private static final int MODULES = 60;
    private static final int KNOWERS = 3;
    private static final double CELL = 128;
    private static final double WIDEST_NAME = 200;

    private final Controls controls;
    private final GridPane matrix = new GridPane(2, 2);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final SplitPane pane;

    /// A module with the name that people call it.
    private record Row(String name, Knowledge knowledge) {}

    KnowledgePane(Controls controls, WorkbenchContext context) {
        this.controls = controls;
        matrix.getStyleClass().add("padded");
        var scroll = new ScrollPane(matrix);
        scroll.getStyleClass().add("edge-to-edge");
        controls.name(scroll, controls.texts().of("contributors.matrix"));
        DataTable<Row> table = new DataTable<>("contributor-modules", "contributors.tab-modules", controls,
                context.settings(), rows, columns(), EmptyState.of(controls, MaterialDesignS.SITEMAP_OUTLINE,
                        "contributors.nobody", "contributors.nobody-hint"));
        pane = new SplitPane(scroll, table.node());
        pane.setOrientation(Orientation.VERTICAL);
        pane.setDividerPositions(0.5);
    }

    Node node() {
        return pane;
    }

    private List<Column<Row>> columns() {
        return List.of(Column.<Row>words("module", "contributors.module", Row::name).width(200),
                Column.<Row>number("lines", "contributors.lines", row -> row.knowledge.lines(),
                        (row, formats) -> formats.number(BigDecimal.valueOf(row.knowledge.lines()))),
                Column.<Row>number("depends", "contributors.depends-on", row -> row.knowledge.dependsOn(),
                        (row, formats) -> formats.number(BigDecimal.valueOf(row.knowledge.dependsOn()))).width(144),
                Column.<Row>words("knowers", "contributors.knowers",
                        row -> row.knowledge.people().stream().limit(KNOWERS)
                                .map(k -> controls.texts().called(k.person()))
                                .collect(Collectors.joining(", ")))
                        .width(360));
    }

    void show(Parts parts) {
        List<Part> people = parts.contributions().parts().stream().limit(PEOPLE).toList();
        matrix.getChildren().clear();
        for (int i = 0; i < people.size(); i++) {
            String name = controls.texts().called(people.get(i).person());
            matrix.add(label(name, CELL), i + 1, 0);
        }
        rows.setAll(parts.insights().modules().stream().map(k -> new Row(parts.module(k.module()), k)).toList());
        rows.stream().limit(MODULES).forEach(row -> {
            int y = matrix.getRowCount();
            matrix.add(label(row.name, WIDEST_NAME), 0, y);
            for (int i = 0; i < people.size(); i++) {
                matrix.add(cell(row, people.get(i)), i + 1, y);
            }
        });
    }

    private Label label(String name, double widest) {
        var label = new Label(name);
        label.setMaxWidth(widest);
        label.setTooltip(controls.tooltip(new ReadOnlyStringWrapper(name)));
        return label;
    }

    private Node cell(Row row, Part part) {
        Rational lines = part.modules().getOrDefault(row.knowledge.module(), Rational.ZERO);
        double share = row.knowledge.lines() == 0 ? 0 : lines.rounded(6).doubleValue() / row.knowledge.lines();
        String percent = controls.texts().formats().get().percent(share);
        var tint = new Region();
        tint.getStyleClass().add("heat");
        tint.setOpacity(share * 0.6);
        var cell = new StackPane(tint, new Label(share == 0 ? "" : percent));
        cell.getStyleClass().add("heat-cell");
        cell.setMinSize(CELL, 28);
        String said = row.name + ", " + controls.texts().called(part.person()) + ": " + percent;
        cell.setAccessibleText(said);
        Tooltip.install(cell, controls.tooltip(new ReadOnlyStringWrapper(said)));
        return cell;
    }
}
