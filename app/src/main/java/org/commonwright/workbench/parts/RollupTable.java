package org.commonwright.workbench.parts;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.rollup.Purchase;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.rollup.Source;
import org.commonwright.bom.rollup.Supply;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Quantity;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.parts.ScopeViewModel.Uses;
import org.commonwright.workbench.parts.ScopeViewModel.Why;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.text.Choices;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// What N of a module need over all modules below it, what is there and what remains to buy.
final class RollupTable {
    private static final int MOST = 1_000_000;
    private static final List<String> CURRENCIES = List.of("", "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "JPY", "CNY",
            "SEK", "PLN", "BRL", "INR");

    private final PartsViewModel model;
    private final ScopeViewModel scope;
    private final Controls controls;
    private final WorkbenchContext context;
    private final ObservableList<RollupLine> lines = FXCollections.observableArrayList();
    private final DataTable<RollupLine> table;
    private final RollupFoot foot;
    private final SidePane side;
    private final BorderPane pane = new BorderPane();

    RollupTable(PartsViewModel model, ScopeViewModel scope, WorkbenchContext context, Controls controls) {
        this.model = model;
        this.scope = scope;
        this.controls = controls;
        this.context = context;
        this.foot = new RollupFoot(controls, model.editing());
        this.side = new SidePane(controls, "parts.explain");
        this.table = new DataTable<>("rollup", "parts.tab-rollup", controls, context.settings(), lines, columns(),
                EmptyState.of(controls, MaterialDesignF.FORMAT_LIST_CHECKS, "parts.nothing-needed",
                        "parts.nothing-needed-hint"));
        table.selected().subscribe(this::open);
        table.onOpen(_ -> side.show());
        MenuItem explain = new ActionControls(controls).item(context.actions().get("explain-line"));
        explain.setId("menu-explain");
        var whereUsed = new MenuItem();
        whereUsed.setId("menu-where-used");
        whereUsed.textProperty().bind(controls.texts().of("parts.where-used"));
        whereUsed.disableProperty().bind(table.selected().map(_ -> false).orElse(true));
        whereUsed.setOnAction(_ -> scope.findChosen());
        table.view().getContextMenu().getItems().addAll(explain, whereUsed,
                new ActionControls(controls).item(context.actions().get("add-offer")));
        pane.setTop(choices());
        pane.rightProperty().bind(side.shown());
        pane.setCenter(table.node());
        pane.setBottom(foot.node());
        model.rollup().result().state().subscribe(this::show);
        scope.why().state().subscribe(this::explained);
        scope.uses().state().subscribe(this::found);
        model.rollup().baskets().state().subscribe(_ -> foot());
        controls.texts().formats().subscribe(_ -> foot());
        scope.chosen().bind(table.selected().map(RollupLine::part));
    }

    Node node() {
        return pane;
    }

    /// Shows where the chosen line comes from.
    void explain() {
        side.show();
    }

    private void foot() {
        foot.show(model.rollup().result().value(), model.rollup().baskets().value());
    }

    private List<Column<RollupLine>> columns() {
        return List.of(Column.<RollupLine>words("part", "parts.part", RollupLine::part).width(200),
                amount("quantity", "parts.quantity", RollupLine::total),
                Column.<RollupLine>number("cost", "parts.cost",
                        line -> line.cost() == null ? null : line.cost().amount(),
                        (line, formats) -> formats.money(line.cost())),
                Column.<RollupLine>number("stock", "parts.from-stock", RollupTable::taken,
                        (line, formats) -> formats
                                .quantity(new Quantity(taken(line), line.total().unit()))),
                amount("buy", "parts.to-buy", line -> line.supply().toBuy()),
                Column.<RollupLine>words("supplier", "parts.supplier", line -> line.supply().purchases().stream()
                        .map(p -> p.offer().supplier()).distinct().collect(Collectors.joining(" + "))),
                Column.<RollupLine>number("order", "parts.to-order",
                        line -> line.purchase() == null ? null : line.purchase().ordered().number(),
                        RollupTable::orders),
                Column.<RollupLine>words("kind", "parts.kind", line -> kind(line.kind())).width(80),
                Column.<RollupLine>words("description", "parts.description", line -> line.first().description())
                        .width(224),
                Column.<RollupLine>words("where", "parts.where", line -> line.sources().stream().map(Source::module)
                        .distinct().map(path -> path.isEmpty() ? "." : path).collect(Collectors.joining(", ")))
                        .width(200));
    }

    private static Column<RollupLine> amount(String id, String title,
            Function<RollupLine, Quantity> amount) {
        return Column.<RollupLine>number(id, title, line -> amount.apply(line).number(),
                (line, formats) -> formats.quantity(amount.apply(line)));
    }

    private static @Nullable BigDecimal taken(RollupLine line) {
        Supply supply = line.supply();
        return supply.taken().isEmpty() ? null : supply.need().number().subtract(supply.toBuy().number());
    }

    private static String orders(RollupLine line, Formats formats) {
        return line.supply().purchases().stream().map(Purchase::ordered).map(formats::quantity)
                .collect(Collectors.joining(" + "));
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
        var quantity = new Spinner<Integer>(1, MOST, model.rollup().quantity().get());
        quantity.setId("rollup-quantity");
        quantity.setEditable(true);
        quantity.setPrefWidth(104);
        controls.name(quantity, controls.texts().of("parts.sets"));
        quantity.valueProperty().subscribe(n -> {
            if (n != null) {
                model.rollup().quantity().set(n);
            }
        });
        quantity.focusedProperty().subscribe(focused -> {
            if (!focused) {
                quantity.increment(0);
            }
        });
        var currency = new ComboBox<>(FXCollections.observableArrayList(CURRENCIES));
        currency.setEditable(false);
        Choices.inWords(currency, controls.texts(),
                code -> code.isEmpty() ? controls.texts().now("parts.currency-offered") : code);
        currency.setValue(model.rollup().currency().get());
        controls.name(currency, controls.texts().of("parts.currency"));
        currency.valueProperty().subscribe(code -> model.rollup().currency().set(code == null ? "" : code));
        var stock = new CheckBox();
        stock.setId("rollup-stock");
        stock.textProperty().bind(controls.texts().of("parts.use-stock"));
        stock.setTooltip(controls.tooltip(controls.texts().of("parts.use-stock-hint")));
        stock.selectedProperty().bindBidirectional(model.rollup().stock());
        var number = new HBox(8, controls.label("parts.at"), quantity, controls.label("parts.sets"), currency);
        number.setAlignment(Pos.CENTER_LEFT);
        var row = new FlowPane(16, 8, number, stock,
                new ActionControls(controls).button(context.actions().get("shopping-list")),
                new ActionControls(controls).button(context.actions().get("add-offer")));
        row.setRowValignment(VPos.CENTER);
        row.getStyleClass().add("table-head");
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
        foot();
    }

    /// Every total can be opened down to the rows that it comes from.
    private void open(@Nullable RollupLine line) {
        RollupResult result = model.rollup().result().value();
        if (line != null && result != null) {
            scope.explain(result, line);
        }
    }

    private void explained(Loaded<Why> state) {
        if (state instanceof Loaded.Ready<Why>(Why why)) {
            Runnable whereUsed = () -> scope.find(why.line().part());
            context.inspector().show(WhyPane.of(controls, why, whereUsed));
            side.set(WhyPane.of(controls, why, whereUsed));
        } else if (state instanceof Loaded.Failed<Why>(var fault)) {
            context.notices().fault(fault);
        }
    }

    private void found(Loaded<Uses> state) {
        switch (state) {
            case Loaded.Ready<Uses>(Uses uses) -> {
                context.inspector().show(WhyPane.of(controls, uses));
                side.set(WhyPane.of(controls, uses));
            }
            case Loaded.Failed<Uses>(var fault) -> context.notices().fault(fault);
            case Loaded.Loading<Uses>(Messages.Key title) -> {
                side.set(controls.hint(title.key(), title.arguments().toArray()));
                side.show();
            }
            case Loaded.Nothing<Uses> _ -> {
            }
        }
    }
}
