package org.commonwright.workbench.contributors;

import java.math.BigDecimal;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.contribution.Part;
import org.commonwright.contribution.insight.MonthShares;
import org.commonwright.model.Person;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// How shares grew: a column of colours for each month, the same as a table below it.
final class MonthsPane {
    private static final int PEOPLE = 6;
    private static final double GAP = 1;
    private static final double WIDEST_NAME = 280;

    private final Controls controls;
    private final HBox chart = new HBox(GAP);
    private final FlowPane legend = new FlowPane(16, 4);
    private final Label first = new Label();
    private final Label last = new Label();
    private final ObservableList<Share> rows = FXCollections.observableArrayList();
    private final SplitPane pane;

    /// A cell of the table: somebody's lines in a month.
    private record Share(MonthShares month, Person person) {}

    MonthsPane(Controls controls, WorkbenchContext context) {
        this.controls = controls;
        chart.setMinHeight(120);
        chart.setFillHeight(true);
        chart.getStyleClass().add("padded");
        legend.getStyleClass().add("padded");
        VBox.setVgrow(chart, Priority.ALWAYS);
        DataTable<Share> table = new DataTable<>("contributor-months", "contributors.tab-time", controls,
                context.settings(), rows, columns(), EmptyState.of(controls, MaterialDesignC.CHART_AREASPLINE,
                        "contributors.nobody", "contributors.nobody-hint"));
        var axis = new HBox(first, Controls.spring(), last);
        axis.getStyleClass().add("chart-axis");
        pane = new SplitPane(new VBox(legend, chart, axis), table.node());
        pane.setOrientation(Orientation.VERTICAL);
        pane.setDividerPositions(0.55);
    }

    Node node() {
        return pane;
    }

    private List<Column<Share>> columns() {
        return List.of(Column.<Share>words("month", "contributors.month", share -> share.month().month().toString()),
                Column.<Share>words("name", "contributors.name", share -> controls.texts().called(share.person()))
                        .width(200),
                Column.<Share>number("lines", "contributors.lines-then",
                        share -> share.month().of(share.person()).rounded(1),
                        (share, formats) -> formats.number(share.month().of(share.person()).rounded(1))),
                Column.<Share>number("share", "contributors.share",
                        share -> BigDecimal.valueOf(share.month().share(share.person())),
                        (share, formats) -> formats.percent(share.month().share(share.person()))));
    }

    void show(List<MonthShares> months, List<Part> parts) {
        List<Person> people = parts.stream().limit(PEOPLE).map(Part::person).toList();
        legend.getChildren().clear();
        for (int i = 0; i < people.size(); i++) {
            legend.getChildren().add(entry(controls.texts().called(people.get(i)), i));
        }
        if (parts.size() > PEOPLE) {
            legend.getChildren().add(entry(controls.texts().now("contributors.others", parts.size() - PEOPLE), PEOPLE));
        }
        first.setText(months.isEmpty() ? "" : months.getFirst().month().toString());
        last.setText(months.isEmpty() ? "" : months.getLast().month().toString());
        chart.getChildren().clear();
        MonthColumns.of(months).forEach(month -> chart.getChildren().add(column(month, people)));
        rows.setAll(months.reversed().stream().flatMap(month -> month.people().keySet().stream()
                .sorted((a, b) -> month.of(b).compareTo(month.of(a))).map(person -> new Share(month, person)))
                .toList());
    }

    private Node entry(String name, int series) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("series", "series-" + series);
        swatch.setMinSize(12, 12);
        swatch.setMaxSize(12, 12);
        var label = new Label(name);
        label.setMaxWidth(WIDEST_NAME);
        label.setTooltip(controls.tooltip(new ReadOnlyStringWrapper(name)));
        var entry = new HBox(4, swatch, label);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    private Node column(MonthShares month, List<Person> people) {
        var column = new VBox();
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        var text = new StringBuilder(month.month().toString());
        double rest = month.lines() == 0 ? 0 : 1;
        for (int i = 0; i < people.size(); i++) {
            double share = month.share(people.get(i));
            rest -= share;
            if (share > 0) {
                text.append("\n").append(controls.texts().called(people.get(i))).append(" ")
                        .append(controls.texts().formats().get().percent(share));
                column.getChildren().add(piece(column, share, i));
            }
        }
        if (rest > 1e-6) {
            column.getChildren().add(piece(column, rest, PEOPLE));
        }
        column.setAccessibleText(text.toString());
        Tooltip.install(column, controls.tooltip(new ReadOnlyStringWrapper(text.toString())));
        return column;
    }

    private Region piece(VBox column, double share, int series) {
        var piece = new Region();
        piece.getStyleClass().addAll("series", "series-" + series);
        piece.setMinHeight(0);
        piece.prefHeightProperty().bind(column.heightProperty().multiply(share));
        return piece;
    }
}
