package org.commonwright.workbench.offers;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.offers.OfferViewModel.Step;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The page of one offer: who sells the part, under which number, at which prices.
public final class OfferPane {
    private static final double WIDEST = 720;

    private final OfferViewModel model;
    private final Controls controls;
    private final VBox prices = new VBox(8);
    private final BorderPane pane = new BorderPane();
    private final ComboBox<String> part;

    /// @param start the button that begins a list to complete
    /// @param undo the button that takes the last offer back
    public OfferPane(OfferViewModel model, Controls controls, Node start, Node undo) {
        this.model = model;
        this.controls = controls;
        this.part = choice("offer-part", "offers.part", model.part());
        part.setItems(model.parts());
        ComboBox<String> currency = choice("offer-currency", "offers.currency", model.currency());
        currency.setItems(FXCollections.observableArrayList("EUR", "USD", "GBP", "CHF", "CAD", "AUD", "JPY", "CNY",
                "SEK", "PLN", "BRL", "INR"));
        currency.setMaxWidth(120);
        var grid = new GridPane(16, 8);
        grid.setMaxWidth(WIDEST);
        var keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(keys, values);
        row(grid, "offers.part", part);
        row(grid, "offers.supplier", field("offer-supplier", "offers.supplier", model.supplier()));
        row(grid, "offers.sku", field("offer-sku", "offers.sku", model.sku()));
        row(grid, "offers.link", field("offer-link", "offers.link-prompt", model.link()));
        row(grid, "offers.currency", currency);
        row(grid, "offers.prices", new VBox(8, prices, controls.button("offers.add-price", model::addPrice)));
        row(grid, "offers.pack", small(field("offer-pack", "offers.pack-prompt", model.pack())));
        row(grid, "offers.unit", small(field("offer-unit", "offers.unit-prompt", model.unit())));
        row(grid, "offers.lead-time", small(field("offer-lead-time", "offers.lead-time", model.leadTime())));
        model.prices().subscribe(this::showPrices);
        showPrices();
        Label without = controls.hint("offers.hint");
        without.setMaxWidth(WIDEST);
        Label left = controls.label(controls.texts().messages().flatMap(m -> sizeOfParts().map(
                n -> m.get("offers.without", n))), "hint");
        left.setId("offers-without");
        var open = new HBox(16, left, start);
        open.setAlignment(Pos.CENTER_LEFT);
        var page = new VBox(16, without, open, grid);
        page.getStyleClass().add("padded");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        pane.setCenter(scroll);
        pane.setBottom(foot(undo));
        pane.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
                model.write();
                key.consume();
            }
        });
    }

    public Node node() {
        return pane;
    }

    /// Puts the keyboard where the offer begins.
    public void begin() {
        part.requestFocus();
    }

    private ObservableValue<Integer> sizeOfParts() {
        return Bindings.size(model.parts()).asObject();
    }

    private void row(GridPane grid, String key, Node value) {
        Label name = controls.label(controls.texts().of(key), "hint");
        GridPane.setValignment(name, VPos.TOP);
        name.setMinHeight(32);
        grid.addRow(grid.getRowCount(), name, value);
    }

    private TextField field(String id, String prompt, StringProperty value) {
        TextField field = controls.field(prompt);
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static Node small(TextField field) {
        field.setMaxWidth(240);
        return field;
    }

    private ComboBox<String> choice(String id, String prompt, StringProperty value) {
        var box = new ComboBox<String>();
        box.setId(id);
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        controls.name(box, controls.texts().of(prompt));
        box.getEditor().textProperty().bindBidirectional(value);
        return box;
    }

    private void showPrices() {
        prices.getChildren().clear();
        for (Step step : model.prices()) {
            int n = prices.getChildren().size();
            TextField from = field("offer-from-" + n, "offers.from", step.from());
            TextField price = field("offer-price-" + n, "offers.price", step.price());
            from.setMaxWidth(160);
            price.setMaxWidth(200);
            Button remove = controls.iconButton(MaterialDesignC.CLOSE, "offers.remove-price",
                    () -> model.prices().remove(step));
            remove.setDisable(model.prices().size() == 1);
            var row = new HBox(8, from, price, remove);
            row.setAlignment(Pos.CENTER_LEFT);
            prices.getChildren().add(row);
        }
    }

    private Node foot(Node undo) {
        Label wrong = controls.label(controls.texts().messages().flatMap(m -> model.wrong()
                .map(reason -> reason.map(k -> m.get(k.key(), k.arguments())).orElse(""))), "hint");
        wrong.setId("offer-wrong");
        wrong.setWrapText(true);
        wrong.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(wrong, Priority.ALWAYS);
        Button write = controls.button("offers.write", model::write);
        write.setId("offer-write");
        write.setMinWidth(Region.USE_PREF_SIZE);
        write.getStyleClass().add("accent");
        write.disableProperty().bind(model.wrong().map(reason -> reason.isPresent()));
        Label into = controls.label(controls.texts().messages().flatMap(m -> model.file()
                .map(file -> m.get("offers.into", file)).orElse("")), "hint");
        into.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(8, wrong, into, undo, write);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-foot");
        return row;
    }
}
