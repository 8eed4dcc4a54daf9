package org.commonwright.workbench.notice;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A fault in the place where a view would be: its sentence, its code, details to copy, and another try.
public final class FaultPane {
    private FaultPane() {}

    /// @param again tries again; null when that makes no sense
    public static Node of(Controls controls, Fault fault, @Nullable Runnable again) {
        var icon = Icons.of(MaterialDesignA.ALERT_OCTAGON_OUTLINE, 48);
        icon.getStyleClass().add("danger-icon");
        Label sentence = controls.label(controls.texts().of(fault), "fault-sentence");
        sentence.setWrapText(true);
        sentence.setMaxWidth(560);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        var row = new HBox(8, code(fault), copyButton(controls, fault));
        row.setAlignment(Pos.CENTER);
        if (again != null) {
            Button retry = controls.button("workbench.try-again", again);
            retry.getStyleClass().add("accent");
            row.getChildren().add(retry);
        }
        var box = new VBox(16, icon, sentence, row);
        box.getStyleClass().add("empty-state");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    static Label code(Fault fault) {
        var code = new Label(fault.code());
        code.getStyleClass().add("fault-code");
        return code;
    }

    static Button copyButton(Controls controls, Fault fault) {
        return controls.iconButton(MaterialDesignC.CONTENT_COPY, "workbench.copy-details", () -> Clipboard
                .getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, FaultReport.of(fault, controls.texts().messages().get()))));
    }
}
