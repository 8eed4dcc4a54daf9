package org.commonwright.workbench.parts;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.commonwright.design.DesignModule;
import org.jspecify.annotations.Nullable;

/// A module of the tree that is dragged onto the table. What other programs drag is none of it.
final class ModuleDrag {
    private static final String DROPPED = "drop-target";

    private final DataFormat format;
    private @Nullable DesignModule dragged;

    ModuleDrag() {
        DataFormat known = DataFormat.lookupMimeType("application/x-commonwright-module");
        this.format = known == null ? new DataFormat("application/x-commonwright-module") : known;
    }

    /// Lets a cell's module be dragged.
    void from(TreeCell<DesignModule> cell) {
        cell.setOnDragDetected(event -> {
            DesignModule module = cell.getItem();
            if (module != null) {
                begin(module);
                cell.startDragAndDrop(TransferMode.COPY).setContent(Map.of(format, module.name()));
                event.consume();
            }
        });
        cell.setOnDragDone(_ -> dragged = null);
    }

    /// From now on this module is what is dragged.
    void begin(DesignModule module) {
        dragged = module;
    }

    /// Takes a module that is dropped on a node.
    ///
    /// @param possible whether anything may be dropped there now
    void onto(Node node, BooleanSupplier possible, Consumer<DesignModule> drop) {
        node.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (dragged != null && possible.getAsBoolean()) {
                event.acceptTransferModes(TransferMode.COPY);
                if (!node.getStyleClass().contains(DROPPED)) {
                    node.getStyleClass().add(DROPPED);
                }
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED, _ -> node.getStyleClass().remove(DROPPED));
        node.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            DesignModule module = dragged;
            boolean taken = module != null && possible.getAsBoolean();
            if (taken) {
                drop.accept(module);
            }
            event.setDropCompleted(taken);
            node.getStyleClass().remove(DROPPED);
            event.consume();
        });
    }
}
