package org.commonwright.workbench.shell;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.NoticeCard;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.text.Controls;

/// The messages in the corner, above the status bar. Good news leaves after a while, and stays while the mouse is on it.
final class NoticesView {
    private static final Duration STAYS = Duration.seconds(8);

    private final Notices notices;
    private final Controls controls;
    private final VBox box = new VBox(8);

    NoticesView(Notices notices, Controls controls) {
        this.notices = notices;
        this.controls = controls;
        box.getStyleClass().add("notices");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setAlignment(Pos.BOTTOM_RIGHT);
        box.setPickOnBounds(false);
        StackPane.setAlignment(box, Pos.BOTTOM_RIGHT);
        notices.shown().addListener((ListChangeListener<Notice>) change -> {
            while (change.next()) {
                box.getChildren().removeIf(card -> change.getRemoved().contains(card.getUserData()));
                change.getAddedSubList().forEach(notice -> box.getChildren().add(card(notice)));
            }
        });
        notices.shown().forEach(notice -> box.getChildren().add(card(notice)));
    }

    Node node() {
        return box;
    }

    private Node card(Notice notice) {
        Node card = NoticeCard.of(notice, controls, () -> notices.close(notice));
        card.setUserData(notice);
        if (notice.fault() == null && !notice.doubtful()) {
            var pause = new PauseTransition(STAYS);
            pause.setOnFinished(_ -> notices.close(notice));
            card.hoverProperty().subscribe(hover -> {
                if (hover) {
                    pause.stop();
                } else {
                    pause.playFromStart();
                }
            });
        }
        return card;
    }
}
