package org.commonwright.workbench.machines.mill;

import java.util.Optional;
import javafx.scene.control.TextField;
import org.commonwright.error.Fault;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.TypedNumber;

/// A short field for one number; a comma and a point are both read.
final class NumberField {
    private static final int COLUMNS = 5;

    private final TextField field;

    NumberField(Controls controls, String promptKey, String first) {
        field = controls.field(promptKey);
        field.setPrefColumnCount(COLUMNS);
        field.getStyleClass().add("number");
        field.setText(first);
    }

    TextField node() {
        return field;
    }

    /// @throws Fault `grbl.bad-number`
    double value() {
        return optional().orElseThrow(() -> new Fault("grbl.bad-number", field.getText()));
    }

    /// Empty when nothing is written.
    ///
    /// @throws Fault `grbl.bad-number`
    Optional<Double> optional() {
        return field.getText().isBlank()
                ? Optional.empty()
                : Optional.of(TypedNumber.read(field.getText())
                        .orElseThrow(() -> new Fault("grbl.bad-number", field.getText())));
    }
}
