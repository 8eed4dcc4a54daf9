package org.commonwright.workbench.machines.macros;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.macro.Macro;
import org.commonwright.machine.macro.MacroParameter;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The page *Macros* of a machine: which there are, what they ask for, the lines as they would be sent, and the answers.
public final class MacrosPane {
    private final MacrosViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final GridPane form = new GridPane(8, 8);
    private final Label about = new Label();
    private final TextArea lines = new TextArea();
    private final Label wrong = new Label();
    private final BorderPane pane = new BorderPane();
    private boolean read;

    /// @param off while nothing may be asked: the machine is taken, or gone
    public MacrosPane(MacrosViewModel model, Controls controls, Dialogs dialogs, ObservableValue<Boolean> off) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        var list = new ListView<>(model.entries());
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(EmptyState.of(controls, MaterialDesignS.SCRIPT_TEXT_OUTLINE, "macros.none",
                "macros.none-hint"));
        list.setPrefWidth(260);
        controls.name(list, controls.texts().of("macros.title"));
        list.getSelectionModel().selectedItemProperty().subscribe(model::choose);
        about.setWrapText(true);
        about.managedProperty().bind(about.textProperty().isNotEmpty());
        wrong.setWrapText(true);
        wrong.getStyleClass().add("danger");
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        lines.setEditable(false);
        lines.getStyleClass().add("mono");
        lines.setPrefRowCount(5);
        controls.name(lines, controls.texts().of("macros.lines"));
        var said = new ListView<>(model.said());
        said.getStyleClass().addAll("mono", "dense");
        said.setMinHeight(40);
        said.setPrefHeight(80);
        controls.name(said, controls.texts().of("macros.answers"));
        VBox.setVgrow(said, Priority.ALWAYS);
        var right = new VBox(8, about, form, controls.label("macros.lines"), lines, wrong, buttons(off), said);
        right.getStyleClass().add("padded");
        right.visibleProperty().bind(model.chosen().isNotNull());
        var scroll = new ScrollPane(right);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        pane.setLeft(list);
        pane.setCenter(scroll);
        model.entries().addListener(
                (ListChangeListener<MacrosViewModel.Entry>) _ -> list.getSelectionModel().selectFirst());
        model.chosen().subscribe(this::show);
    }

    public Node node() {
        return pane;
    }

    /// Reads the files the first time that the page comes into sight.
    public void shown() {
        if (!read) {
            read = true;
            model.read();
        }
    }

    private Node buttons(ObservableValue<Boolean> off) {
        Button run = controls.button("macros.run", this::run);
        run.setGraphic(Icons.of(MaterialDesignP.PLAY));
        run.getStyleClass().add("accent");
        run.disableProperty().bind(Bindings.createBooleanBinding(
                () -> off.getValue() || model.chosen().get() == null || !wrong.getText().isEmpty(), off,
                model.chosen(), wrong.textProperty()));
        Button again = controls.button("macros.read", model::read);
        again.disableProperty().bind(off);
        return new FlowPane(8, 8, controls.explained(run, controls.texts().of("macros.run-needs")), again);
    }

    private final class Cell extends ListCell<MacrosViewModel.Entry> {
        @Override
        protected void updateItem(MacrosViewModel.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null
                    ? null
                    : entry.own()
                            ? entry.macro().name()
                            : controls.texts().now("macros.of-design", entry.macro().name()));
        }
    }

    private void show(MacrosViewModel.@Nullable Entry entry) {
        form.getChildren().clear();
        if (entry == null) {
            return;
        }
        Macro macro = entry.macro();
        about.setText(macro.about());
        int row = 0;
        for (MacroParameter parameter : macro.parameters()) {
            var field = new TextField(parameter.usual());
            field.setPrefColumnCount(8);
            field.getStyleClass().add("mono");
            var name = new Label(parameter.name());
            name.setLabelFor(field);
            name.setMinWidth(Region.USE_PREF_SIZE);
            field.textProperty().subscribe(text -> {
                model.value(parameter.name(), text);
                preview();
            });
            form.addRow(row++, name, field, new Label(parameter.unit()), hint(parameter));
        }
        preview();
    }

    private Label hint(MacroParameter parameter) {
        Double least = parameter.least();
        Double most = parameter.most();
        String range = least == null && most == null
                ? ""
                : " " + controls.texts().now("macros.range", least == null ? "" : least, most == null ? "" : most);
        var hint = new Label(parameter.about() + range);
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        return hint;
    }

    private void preview() {
        try {
            lines.setText(String.join("\n", model.lines()));
            wrong.setText("");
        } catch (Fault fault) {
            wrong.setText(controls.texts().messages().get().get(fault));
        }
    }

    /// What moves is asked about, with its lines; what comes with a design and was not run before says that too.
    private void run() {
        MacrosViewModel.Entry entry = model.chosen().get();
        if (entry != null) {
            String all = String.join("\n", model.lines());
            Messages.Key question = entry.trusted()
                    ? Messages.Key.of("macros.ask-run", entry.macro().name(), all)
                    : Messages.Key.of("macros.ask-trust", entry.macro().name(), all);
            if (dialogs.confirm(question, Messages.Key.of("macros.run"))) {
                model.run();
            }
        }
    }
}
