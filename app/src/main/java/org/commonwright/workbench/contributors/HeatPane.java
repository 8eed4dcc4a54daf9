package org.commonwright.workbench.contributors;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.commonwright.contribution.insight.FileHeat;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.FileSelection;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// How often each file was changed: a bar before its name, the longest for the one that was changed most often.
final class HeatPane {
    private static final double WIDEST = 64;

    private final ObservableList<FileHeat> rows = FXCollections.observableArrayList();
    private final DataTable<FileHeat> table;

    HeatPane(Controls controls, WorkbenchContext context) {
        table = new DataTable<>("contributor-files", "contributors.tab-files", controls, context.settings(), rows,
                columns(), EmptyState.of(controls, MaterialDesignF.FIRE, "contributors.nobody",
                        "contributors.nobody-hint"));
        table.onOpen(heat -> context.navigator().goTo("design", new FileSelection(heat.file(), 0)));
    }

    Node node() {
        return table.node();
    }

    private List<Column<FileHeat>> columns() {
        return List.of(
                Column.<FileHeat>words("file", "contributors.file", heat -> heat.file().text()).width(480)
                        .graphic(this::bar),
                number("commits", "contributors.commits", FileHeat::commits),
                number("people", "contributors.people", FileHeat::people),
                number("lines", "contributors.file-lines", FileHeat::lines),
                number("gone", "contributors.gone", heat -> (int) heat.gone()),
                new Column<FileHeat>("last", Messages.Key.of("contributors.last"),
                        (heat, formats) -> formats.dateTime(heat.last(), ZoneId.systemDefault()), null,
                        Comparator.comparing(FileHeat::last), 188, null, null, null));
    }

    private static Column<FileHeat> number(String id, String key, ToIntFunction<FileHeat> value) {
        return Column.number(id, key, (FileHeat heat) -> value.applyAsInt(heat),
                (heat, formats) -> formats.number(BigDecimal.valueOf(value.applyAsInt(heat))));
    }

    private Node bar(FileHeat heat) {
        int most = rows.stream().mapToInt(FileHeat::commits).max().orElse(1);
        var bar = new Region();
        bar.getStyleClass().add("heat");
        double width = Math.max(2, WIDEST * heat.commits() / most);
        bar.setMinSize(width, 8);
        bar.setPrefSize(width, 8);
        bar.setMaxSize(width, 8);
        var room = new HBox(bar);
        room.setAlignment(Pos.CENTER_LEFT);
        room.setMinWidth(WIDEST);
        return room;
    }

    void show(List<FileHeat> files) {
        rows.setAll(files);
    }
}
