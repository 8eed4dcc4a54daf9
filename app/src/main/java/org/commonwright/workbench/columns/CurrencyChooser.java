package org.commonwright.workbench.columns;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// In which currency prices are that name none.
final class CurrencyChooser {
    private static final List<String> CODES = List.of("", "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK",
            "PLN", "CZK", "JPY", "CNY", "INR", "BRL");

    private final Controls controls;
    private final ComboBox<String> box = new ComboBox<>();
    private final HBox node;
    private boolean filling;

    /// @param choose hears the code; empty to have it found
    CurrencyChooser(Controls controls, Consumer<String> choose) {
        this.controls = controls;
        box.setId("list-currency");
        box.setVisibleRowCount(CODES.size());
        controls.name(box, controls.texts().of("columns.list-currency"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String code) {
                return code == null ? "" : code.isEmpty() ? controls.texts().now("columns.list-currency-found") : code;
            }

            @Override
            public @Nullable String fromString(String text) {
                return null;
            }
        });
        box.valueProperty().subscribe(code -> {
            if (!filling && code != null) {
                choose.accept(code);
            }
        });
        node = new HBox(8, controls.label("columns.list-currency"), box);
        node.setAlignment(Pos.CENTER_LEFT);
        controls.texts().messages().subscribe(_ -> show(box.getValue() == null ? "" : box.getValue()));
    }

    Node node() {
        return node;
    }

    /// @param code what was said; empty for nothing
    void show(String code) {
        filling = true;
        box.getItems().setAll(CODES);
        if (!CODES.contains(code)) {
            box.getItems().add(code);
        }
        box.setValue(null);
        box.setValue(code);
        filling = false;
    }
}
