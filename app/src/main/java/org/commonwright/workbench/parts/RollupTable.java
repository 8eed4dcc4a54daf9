package org.commonwright.workbench.parts;

import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.rollup.Missing;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.rollup.Source;
import org.commonwright.i18n.Formats;
import org.commonwright.workbench.WorkbenchContext;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// What N of a module need over all modules below it, what that costs, and what the sum is without.
final class RollupTable {
    private static final int MOST = 1_000_000;
    private static final List<String> CURRENCIES = List.of("", "EUR", "USD", "GBP", "CHF");
    private static final int MOST_MISSING = 6;

    private final PartsViewModel model;
    private final Controls controls;
    private final WorkbenchContext context;
    private final ObservableList<RollupLine> lines = FXCollections.observableArrayList();
    private final DataTable<RollupLine> table;
    private final Label total = new Label();
    private final Label missing = new Label();
    private final BorderPane pane = new BorderPane();

    RollupTable(PartsViewModel model, WorkbenchContext context, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.context = context;
        this.table = new DataTable<>("rollup", "parts.tab-rollup", controls, context.settings(), lines, columns(),
                EmptyState.of(controls, MaterialDesignF.FORMAT_LIST_CHECKS, "parts.nothing-needed",
                        "parts.nothing-needed-hint"));
        table.selected().subscribe(this::inspect);
        total.getStyleClass().add("subheading");
        missing.getStyleClass().add("warning");
        missing.setWrapText(true);
        missing.managedProperty().bind(missing.textProperty().isNotEmpty());
        table.addToHead(choices());
        var foot = new VBox(4, total, missing);
        foot.getStyleClass().add("pane-foot");
        pane.setCenter(table.node());
        pane.setBottom(foot);
        model.rollup().state().subscribe(this::show);
        controls.texts().formats().subscribe(_ -> sum());
    }

    Node node() {
        return pane;
    }

    private List<Column<RollupLine>> columns() {
        return List.of(Column.<RollupLine>words("part", "parts.part", RollupLine::part).width(200),
                Column.<RollupLine>number("quantity", "parts.quantity", line -> line.total().number(),
                        (line, formats) -> formats.quantity(line.total())),
                Column.<RollupLine>words("kind", "parts.kind", line -> kind(line.kind())).width(80),
                Column.<RollupLine>words("description", "parts.description", line -> line.first().description())
                        .width(224),
                Column.<RollupLine>words("supplier", "parts.supplier",
                        line -> line.purchase() == null ? "" : line.purchase().offer().supplier()),
                Column.<RollupLine>number("order", "parts.to-order",
                        line -> line.purchase() == null ? null : line.purchase().ordered().number(),
                        (line, formats) -> formats.quantity(line.purchase().ordered())),
                Column.<RollupLine>number("cost", "parts.cost",
                        line -> line.purchase() == null ? null : line.purchase().cost().amount(),
                        (line, formats) -> formats.money(line.purchase().cost())),
                Column.<RollupLine>words("where", "parts.where", line -> line.sources().stream().map(Source::module)
                        .distinct().map(path -> path.isEmpty() ? "." : path).collect(Collectors.joining(", ")))
                        .width(200));
    }

    private String kind(LineKind kind) {
        return controls.texts().now(switch (kind) {
            case MAKE -> "parts.kind-make";
            case BUY -> "parts.kind-buy";
            case STANDARD -> "parts.kind-standard";
            case MODULE -> "parts.kind-module";
        });
    }

    private Node choices() {
        var quantity = new Spinner<Integer>(1, MOST, model.quantity().get());
        quantity.setEditable(true);
        quantity.setPrefWidth(104);
        controls.name(quantity, controls.texts().of("parts.sets"));
        quantity.valueProperty().subscribe(n -> {
            if (n != null) {
                model.quantity().set(n);
            }
        });
        quantity.focusedProperty().subscribe(focused -> {
            if (!focused) {
                quantity.increment(0);
            }
        });
        var currency = new ComboBox<>(FXCollections.observableArrayList(CURRENCIES));
        currency.setEditable(false);
        currency.setConverter(new StringConverter<>() {
            @Override
            public String toString(String code) {
                return code == null || code.isEmpty() ? controls.texts().now("parts.currency-offered") : code;
            }

            @Override
            public String fromString(String shown) {
                return shown;
            }
        });
        currency.setValue(model.currency().get());
        controls.name(currency, controls.texts().of("parts.currency"));
        currency.valueProperty().subscribe(code -> model.currency().set(code == null ? "" : code));
        var row = new HBox(8, controls.label("parts.at"), quantity, controls.label("parts.sets"), currency);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(Loaded<RollupResult> state) {
        switch (state) {
            case Loaded.Ready<RollupResult>(RollupResult result) -> {
                lines.setAll(result.lines());
                context.problems().set("rollup", result.problems());
            }
            case Loaded.Failed<RollupResult>(var fault) -> {
                lines.clear();
                context.notices().fault(fault);
            }
            case Loaded.Nothing<RollupResult> _ -> lines.clear();
            case Loaded.Loading<RollupResult> _ -> {
            }
        }
        sum();
    }

    private void sum() {
        RollupResult result = model.rollup().value();
        if (result == null) {
            total.setText("");
            missing.setText("");
            return;
        }
        Formats formats = controls.texts().formats().get();
        total.setText(result.cost() == null
                ? controls.texts().now("parts.total-unknown", result.lines().size())
                : controls.texts().now(result.isComplete() ? "parts.total" : "parts.total-at-least",
                        formats.money(result.cost()), result.lines().size()));
        List<Missing> without = result.missing();
        String names = without.stream().limit(MOST_MISSING).map(Missing::part).distinct()
                .collect(Collectors.joining(", "));
        missing.setText(without.isEmpty()
                ? ""
                : controls.texts().now("parts.missing", without.size(),
                        names + (without.size() > MOST_MISSING ? ", …" : "")));
    }

    /// Every total can be opened down to the rows that it comes from.
    private void inspect(RollupLine line) {
        if (line == null) {
            return;
        }
        Formats formats = controls.texts().formats().get();
        var box = new VBox(8);
        var name = new Label(line.part());
        name.getStyleClass().add("subheading");
        name.setWrapText(true);
        box.getChildren().addAll(name, controls.label(controls.texts().of("parts.comes-from"), "hint"));
        for (Source source : line.sources()) {
            var words = new Label(formats.number(source.times()) + " × "
                    + (source.line().quantity() == null ? "?" : formats.quantity(source.line().quantity())) + "  ·  "
                    + source.place());
            words.setWrapText(true);
            box.getChildren().add(words);
        }
        context.inspector().show(box);
    }
}
