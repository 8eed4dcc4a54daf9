package org.commonwright.workbench.palette;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// The palette over the window: a field and what fits, used by the keyboard alone or with the mouse.
public final class PaletteView {
    private static final int WIDTH = 640;
    private static final int ROW = 40;
    private static final int ROWS = 10;

    private final PaletteViewModel model;
    private final TextField field;
    private final ListView<PaletteEntry> list = new ListView<>();
    private final StackPane veil = new StackPane();
    private @Nullable Node focusedBefore;

    public PaletteView(PaletteViewModel model, Controls controls) {
        this.model = model;
        this.field = controls.field("workbench.palette-prompt");
        field.setId("palette-field");
        field.textProperty().bindBidirectional(model.query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setItems(model.found());
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new PaletteCell(controls, model));
        list.setFocusTraversable(false);
        list.prefHeightProperty().bind(Bindings.size(model.found())
                .map(n -> Math.min(ROWS, n.intValue()) * (double) ROW + 2));
        controls.name(list, controls.texts().of("workbench.palette-results"));
        model.selected().subscribe(_ -> select());
        // Other results clear the list's own selection, also when the same place stays chosen.
        model.found().addListener((ListChangeListener<PaletteEntry>) _ -> select());
        Label none = controls.hint("workbench.palette-none");
        none.visibleProperty().bind(Bindings.isEmpty(model.found()));
        none.managedProperty().bind(none.visibleProperty());
        list.visibleProperty().bind(none.visibleProperty().not());
        list.managedProperty().bind(list.visibleProperty());
        var box = new VBox(8, field, list, none);
        box.getStyleClass().add("palette");
        box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        veil.getChildren().add(box);
        veil.getStyleClass().add("palette-veil");
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        veil.setOnMousePressed(e -> {
            if (e.getTarget() == veil) {
                model.hide();
            }
        });
        veil.visibleProperty().bind(model.open());
        veil.managedProperty().bind(model.open());
        model.open().subscribe(this::focus);
    }

    public Node node() {
        return veil;
    }

    private void select() {
        int at = model.selected().get();
        list.getSelectionModel().select(at);
        list.scrollTo(Math.max(0, at - ROWS + 2));
    }

    private void focus(boolean open) {
        if (veil.getScene() == null) {
            return;
        }
        if (open) {
            focusedBefore = veil.getScene().getFocusOwner();
            field.requestFocus();
        } else if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(Math.min(ROWS, model.found().size() - 1 - model.selected().get()));
            case PAGE_UP -> model.move(-Math.min(ROWS, model.selected().get()));
            case ENTER -> model.run();
            case ESCAPE -> model.hide();
            case TAB -> {
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
