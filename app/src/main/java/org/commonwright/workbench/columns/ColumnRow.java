package org.commonwright.workbench.columns;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;
import org.commonwright.bom.Column;
import org.commonwright.bom.read.ColumnsPreview.Seen;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// One column of the list: its header, its first values, and the field in which a person says what it means.
final class ColumnRow {
    private static final int VISIBLE = 12;

    private final Controls controls;
    private final Label header = new Label();
    private final Label samples = new Label();
    private final ComboBox<Choice> meaning = new ComboBox<>();
    private boolean filling;

    /// One entry of the field.
    ///
    /// @param said what a person says; null to have it found
    /// @param found what it was taken for, while it is to be found
    private record Choice(@Nullable Optional<Column> said, Optional<Column> found) {}

    /// @param say hears what was chosen; null to have it found
    ColumnRow(Controls controls, int index, Consumer<@Nullable Optional<Column>> say) {
        this.controls = controls;
        header.getStyleClass().add("strong");
        header.setMaxWidth(240);
        samples.getStyleClass().add("hint");
        samples.setMaxWidth(Double.MAX_VALUE);
        meaning.setId("column-meaning-" + index);
        meaning.setVisibleRowCount(VISIBLE);
        meaning.setPrefWidth(380);
        meaning.setMaxWidth(380);
        meaning.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : words(choice);
            }

            @Override
            public @Nullable Choice fromString(String text) {
                return null;
            }
        });
        meaning.valueProperty().subscribe(choice -> {
            if (!filling && choice != null) {
                say.accept(choice.said());
            }
        });
        controls.texts().messages().subscribe(_ -> refill());
    }

    List<Node> nodes() {
        return List.of(header, samples, meaning);
    }

    /// @param said what a person said about it; null for nothing
    void show(Seen column, @Nullable Optional<Column> said) {
        header.setText(column.header().isEmpty()
                ? controls.texts().now("columns.unnamed", column.index() + 1)
                : column.header());
        samples.setText(String.join("  ·  ", column.samples()));
        controls.name(meaning, controls.texts().of("columns.meaning-of", header.getText()));
        Optional<Column> found = said == null ? column.meaning() : Optional.empty();
        filling = true;
        meaning.getItems().setAll(Stream.concat(
                Stream.of(new Choice(null, found), new Choice(Optional.empty(), Optional.empty())),
                Arrays.stream(Column.values()).map(c -> new Choice(Optional.of(c), Optional.empty()))).toList());
        meaning.setValue(said == null ? meaning.getItems().getFirst() : new Choice(said, Optional.empty()));
        filling = false;
    }

    private void refill() {
        Choice now = meaning.getValue();
        filling = true;
        List<Choice> items = List.copyOf(meaning.getItems());
        meaning.getItems().setAll(items);
        meaning.setValue(null);
        meaning.setValue(now);
        filling = false;
    }

    private String words(Choice choice) {
        Optional<Column> said = choice.said();
        if (said == null) {
            return choice.found().map(c -> controls.texts().now("columns.found", controls.texts().now(Meanings.key(c))))
                    .orElseGet(() -> controls.texts().now("columns.found-nothing"));
        }
        return said.map(c -> controls.texts().now(Meanings.key(c)))
                .orElseGet(() -> controls.texts().now("columns.nothing"));
    }
}
