package org.commonwright.workbench.parts;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.parts.ShownModule.Bill;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.text.Controls;

/// Above the table of a list that is shown and not edited, and above one that cannot be read: why, and the way out.
final class NotEditedBar {
    private final HBox box;

    NotEditedBar(PartsViewModel model, WorkbenchContext context, Controls controls) {
        ObservableValue<Loaded<Bill>> state = model.shown().bill().state();
        var why = new Label();
        why.setId("not-edited");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(why, Priority.ALWAYS);
        why.textProperty().bind(controls.texts().messages().flatMap(m -> state.map(now -> says(now, m))));
        var actions = new ActionControls(controls);
        Region make = actions.button(context.actions().get("make-list"));
        Region columns = actions.button(context.actions().get("list-columns"));
        Region lists = actions.button(context.actions().get("choose-lists"));
        Region start = actions.button(context.actions().get("start-list"));
        show(make, Bindings.createBooleanBinding(() -> state.getValue() instanceof Loaded.Ready<Bill>(Bill bill)
                && bill.module().source().own(), state));
        show(columns, Bindings.createBooleanBinding(() -> state.getValue() instanceof Loaded.Failed<Bill>, state));
        show(lists, columns.visibleProperty());
        show(start, columns.visibleProperty());
        box = new HBox(8, why, make, columns, lists, start);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("table-head");
        show(box, why.textProperty().map(text -> !text.isEmpty()));
    }

    Node node() {
        return box;
    }

    private static String says(Loaded<Bill> state, Messages m) {
        return switch (state) {
            case Loaded.Ready<Bill>(Bill bill) when !bill.module().source().own() -> m.get("parts.pinned");
            case Loaded.Ready<Bill>(Bill bill) when !bill.onDisk().inPlace() ->
                m.get("parts.read-only-format", bill.file().fileName());
            case Loaded.Failed<Bill> _ -> m.get("parts.unread");
            default -> "";
        };
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.managedProperty().bind(node.visibleProperty());
        node.visibleProperty().bind(when);
    }
}
