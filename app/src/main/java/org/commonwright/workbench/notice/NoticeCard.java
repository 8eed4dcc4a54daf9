package org.commonwright.workbench.notice;

import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One message.
public final class NoticeCard {
    private static final int WIDTH = 400;

    private NoticeCard() {}

    public static Node of(Notice notice, Controls controls, Runnable close) {
        boolean bad = notice.fault() != null;
        var icon = Icons.of(bad
                ? MaterialDesignA.ALERT_OCTAGON_OUTLINE
                : notice.doubtful() ? MaterialDesignA.ALERT_OUTLINE : MaterialDesignC.CHECK_CIRCLE_OUTLINE, 20);
        icon.getStyleClass().add(bad ? "danger-icon" : notice.doubtful() ? "warning-icon" : "success-icon");
        Label text = controls.label(controls.texts().of(notice.text()), "notice-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var body = new VBox(4, text);
        HBox.setHgrow(body, Priority.ALWAYS);
        if (notice.fault() != null) {
            var row = new HBox(4, FaultPane.code(notice.fault()), FaultPane.copyButton(controls, notice.fault()));
            row.setAlignment(Pos.CENTER_LEFT);
            body.getChildren().add(row);
        }
        if (notice.offer() != null) {
            Region offer = new ActionControls(controls).button(notice.offer());
            offer.addEventHandler(ActionEvent.ACTION, _ -> close.run());
            body.getChildren().add(offer);
        }
        var card = new HBox(8, icon, body, controls.iconButton(MaterialDesignC.CLOSE, "workbench.dismiss", close));
        card.getStyleClass().addAll("notice",
                bad ? "notice-fault" : notice.doubtful() ? "notice-warning" : "notice-done");
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        card.setAccessibleRole(AccessibleRole.TEXT);
        controls.name(card, controls.texts().of(notice.text()));
        return card;
    }
}
