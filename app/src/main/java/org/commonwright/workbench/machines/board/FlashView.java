package org.commonwright.workbench.machines.board;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.arduino.Board;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Shorten;

/// Writing a program into the board: which board, which program, how far it is, how it ended, and all that the tools said.
final class FlashView {
    private static final List<String> PATTERNS = List.of("*.hex", "*.ino");
    private static final int WIDTH = 360;
    private static final int LONGEST = 70;

    private final FlashViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final VBox box;

    FlashView(FlashViewModel model, Controls controls, Dialogs dialogs) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        var board = new ComboBox<Board>();
        board.getItems().setAll(Board.values());
        board.valueProperty().bindBidirectional(model.board());
        board.setMinWidth(WIDTH);
        controls.name(board, controls.texts().of("boards.board"));
        var file = controls.label(controls.texts().messages().flatMap(m -> model.file()
                .map(path -> Shorten.middle(path.toString(), LONGEST)).orElse(m.get("boards.no-program"))), "strong");
        var choose = new FlowPane(8, 8,
                controls.button("boards.choose-file", () -> choose(dialogs.openFile(
                        Messages.Key.of("boards.choose-file"), PATTERNS))),
                controls.button("boards.choose-sketch",
                        () -> choose(dialogs.folder(Messages.Key.of("boards.choose-sketch")))));
        var says = controls.label(controls.texts().of(model.says().map(key -> key)));
        says.setId("board-says");
        says.setWrapText(true);
        says.setMinHeight(Region.USE_PREF_SIZE);
        says.managedProperty().bind(says.textProperty().isNotEmpty());
        model.failure().subscribe(fault -> says.getStyleClass().setAll("label", fault == null ? "strong" : "danger"));
        box = new VBox(16, named("boards.board", board), named("boards.program", new VBox(8, file, choose)), buttons(),
                progress(), says, new HBox(8, tool("boards.choose-avrdude", FlashViewModel.AVRDUDE),
                        tool("boards.choose-cli", FlashViewModel.ARDUINO_CLI)),
                output());
        box.getStyleClass().add("padded");
    }

    Node node() {
        return box;
    }

    private Node named(String key, Node node) {
        return new VBox(4, controls.label(controls.texts().of(key), "subheading"), node);
    }

    private void choose(Optional<Path> chosen) {
        chosen.ifPresent(model.file()::set);
    }

    private Node buttons() {
        Button write = controls.button("boards.write", this::write);
        write.setId("board-write");
        write.getStyleClass().add("accent");
        write.disableProperty().bind(model.file().isNull().or(model.running()));
        Button cancel = controls.button("boards.cancel", model::cancel);
        cancel.disableProperty().bind(model.running().not());
        var row = new HBox(8, controls.explained(write, controls.texts().of("boards.write-needs")), cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node progress() {
        var bar = new ProgressBar();
        bar.progressProperty().bind(model.fraction());
        bar.setMaxWidth(WIDTH);
        bar.visibleProperty().bind(model.running());
        bar.managedProperty().bind(bar.visibleProperty());
        controls.name(bar, controls.texts().of("boards.write"));
        return bar;
    }

    private Button tool(String key, String name) {
        return controls.button(key, () -> dialogs.openFile(Messages.Key.of(key), List.of())
                .ifPresent(program -> model.tool(name, program)));
    }

    private Node output() {
        var text = new TextArea();
        text.setEditable(false);
        text.getStyleClass().add("mono");
        text.textProperty().bind(model.output());
        VBox.setVgrow(text, Priority.ALWAYS);
        controls.name(text, controls.texts().of("boards.output"));
        Button copy = controls.button("boards.copy", () -> {
            var content = new ClipboardContent();
            content.putString(model.output().get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Label title = controls.label(controls.texts().of("boards.output"), "subheading");
        var head = new HBox(8, title, Controls.spring(), copy);
        head.setAlignment(Pos.CENTER_LEFT);
        var shown = new VBox(8, head, text);
        VBox.setVgrow(shown, Priority.ALWAYS);
        shown.visibleProperty().bind(Bindings.isNotEmpty(model.output()));
        shown.managedProperty().bind(shown.visibleProperty());
        return shown;
    }

    private void write() {
        Path file = model.file().get();
        if (file != null && dialogs.confirm(
                Messages.Key.of("boards.ask-write", String.valueOf(file.getFileName()), model.board().get()),
                Messages.Key.of("boards.write"))) {
            model.write();
        }
    }
}
