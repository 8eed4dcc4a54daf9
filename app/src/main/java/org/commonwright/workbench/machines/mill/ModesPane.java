package org.commonwright.workbench.machines.mill;

import java.util.SortedSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.commonwright.machine.mill.BuildOption;
import org.commonwright.machine.mill.ParserState;
import org.commonwright.workbench.text.Controls;

/// What the machine's parser remembers from line to line, each word with its meaning.
final class ModesPane {
    private final SetupViewModel model;
    private final Controls controls;
    private final GridPane modes = new GridPane(16, 4);
    private final VBox box = new VBox(8);

    /// @param options letters that the firmware was built with
    ModesPane(SetupViewModel model, Controls controls, SortedSet<String> options) {
        this.model = model;
        this.controls = controls;
        box.getChildren().addAll(controls.label(controls.texts().of("grbl.modes"), "subheading"),
                controls.hint("grbl.modes-hint"), modes,
                controls.label(controls.texts().of("grbl.options"), "subheading"), built(options));
        model.modes().subscribe(this::show);
        controls.texts().messages().subscribe(_ -> show(model.modes().get()));
    }

    Node node() {
        return box;
    }

    private Node built(SortedSet<String> options) {
        var grid = new GridPane(16, 4);
        for (String letter : options) {
            BuildOption.meaning(letter).ifPresent(meaning -> {
                var name = new Label(letter);
                name.getStyleClass().add("mono");
                grid.addRow(grid.getRowCount(), name, controls.label(controls.texts().of(meaning)));
            });
        }
        return grid;
    }

    private void show(ParserState now) {
        modes.getChildren().clear();
        for (String word : now.words()) {
            var name = new Label(word);
            name.getStyleClass().add("mono");
            modes.addRow(modes.getRowCount(), name,
                    new Label(ParserState.meaning(word).map(key -> controls.texts().now(key)).orElse("")));
        }
    }
}
