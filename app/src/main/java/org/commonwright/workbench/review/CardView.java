package org.commonwright.workbench.review;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.review.card.Card;
import org.commonwright.review.card.CardRow;
import org.commonwright.review.card.CardText;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The card of consequences on top of a review: the figures side by side, and below them what should be seen before anybody
/// decides.
final class CardView {
    private static final double WIDTH = 190;

    private final Controls controls;

    CardView(Controls controls) {
        this.controls = controls;
    }

    /// @param quantity asks for how many the figures are
    Node of(Card card, Node quantity) {
        Messages messages = controls.texts().messages().get();
        var figures = new FlowPane(16, 12);
        figures.setId("consequences");
        new CardText(messages).rows(card).forEach(row -> figures.getChildren().add(figure(row)));
        figures.getChildren().add(quantity);
        var box = new VBox(12, figures);
        box.getStyleClass().add("card");
        if (!card.alarms().isEmpty()) {
            var alarms = new VBox(8, controls.label(controls.texts().of("consequence.alarms"), "strong"));
            alarms.setId("alarms");
            card.alarms().forEach(alarm -> alarms.getChildren().add(alarm(alarm, messages)));
            box.getChildren().add(alarms);
        }
        return box;
    }

    private static Node figure(CardRow row) {
        var box = new VBox(4, words(row.label(), "hint"), words(row.change(), "subheading"));
        row.details().forEach(detail -> box.getChildren().add(words(detail, "hint")));
        box.setPrefWidth(WIDTH);
        return box;
    }

    private static Node alarm(Problem alarm, Messages messages) {
        String style = alarm.severity() == Problem.Severity.ERROR ? "danger" : "warning";
        var icon = Icons.of(MaterialDesignA.ALERT);
        icon.getStyleClass().add(style);
        var text = new VBox(words(messages.get(alarm.code(), alarm.arguments()), "text"));
        if (alarm.place() != null) {
            text.getChildren().addFirst(words(alarm.place().toString(), "strong"));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(8, icon, text);
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
