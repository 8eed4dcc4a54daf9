package org.commonwright.workbench.machines.mill;

import java.util.SortedSet;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.text.Controls;

/// The page on which a mill is set up for a workpiece.
final class SetupPane {
    private static final double WIDE = 400;
    private static final double NARROW = 330;

    private final SetupViewModel model;
    private final ScrollPane scroll;
    private boolean read;

    /// @param off while nothing may be asked: a program runs, it moves, it is locked, or it is gone
    /// @param options letters that the firmware was built with
    /// @param unread while not even a list may be asked for
    SetupPane(SetupViewModel model, Controls controls, Dialogs dialogs, Notices notices, SettingsFile settings,
            ObservableValue<Boolean> off, ObservableValue<Boolean> unread, SortedSet<String> options) {
        this.model = model;
        ObservableValue<Boolean> busy = off.flatMap(no -> model.asking().map(asking -> no || asking));
        var left = new CoordinatesPane(model, controls, dialogs, notices, settings, busy).node();
        var right = new ProbePane(model, controls, dialogs, notices, busy).node();
        Button again = controls.button("grbl.read-again", model::read);
        again.disableProperty().bind(unread.flatMap(no -> model.asking().map(asking -> no || asking)));
        var head = new HBox(8, controls.hint("grbl.setup-hint"), Controls.spring(),
                controls.explained(again, controls.texts().of("grbl.not-now")));
        left.setMinWidth(WIDE);
        right.setMinWidth(NARROW);
        right.setPrefWidth(NARROW);
        HBox.setHgrow(left, Priority.ALWAYS);
        var columns = new HBox(24, left, right);
        var all = new VBox(16, head, columns, new ModesPane(model, controls, options).node());
        all.getStyleClass().add("padded");
        scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
    }

    Node node() {
        return scroll;
    }

    /// Asks the machine the first time that the page comes into sight.
    void shown() {
        if (!read) {
            read = true;
            model.read();
        }
    }
}
