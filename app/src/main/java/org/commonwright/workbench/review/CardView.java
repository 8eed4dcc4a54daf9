package org.commonwright.workbench.review;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.review.card.Card;
import org.commonwright.review.card.CardRow;
import org.commonwright.review.card.CardText;
import org.commonwright.review.card.Hit;
import org.commonwright.workbench.area.Block;
import org.commonwright.workbench.area.Paged;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The card of consequences on top of a review: the figures side by side, and below them what should be seen before anybody
/// decides.
final class CardView {
    private static final double WIDTH = 190;
    private static final int GLANCE = 4;
    private static final int MOST = 40;

    private final Controls controls;
    private final Consumer<Place> jump;
    private final Consumer<Consumer<List<Hit>>> elsewhere;

    /// @param jump      leads to the file of an alarm
    /// @param elsewhere asks who uses in other designs what is touched; the answer comes later
    CardView(Controls controls, Consumer<Place> jump, Consumer<Consumer<List<Hit>>> elsewhere) {
        this.controls = controls;
        this.jump = jump;
        this.elsewhere = elsewhere;
    }

    /// @param quantity asks for how many the figures are
    Node of(Card card, Node quantity) {
        Messages messages = controls.texts().messages().get();
        var figures = new FlowPane(16, 12);
        figures.setId("consequences");
        var text = new CardText(messages);
        text.rows(card).forEach(row -> {
            VBox figure = figure(row);
            figures.getChildren().add(figure);
            if (row.id().equals("touched")) {
                askElsewhere(figure, text);
            }
        });
        figures.getChildren().add(quantity);
        var box = new Block(12);
        box.getStyleClass().add("card");
        if (!card.alarms().isEmpty()) {
            box.getChildren().add(glance(card.alarms()));
        }
        box.getChildren().add(figures);
        if (!card.alarms().isEmpty()) {
            var alarms = new VBox(8, controls.label(controls.texts().of("consequence.alarms"), "strong"),
                    Paged.of(card.alarms(), MOST, controls, some -> new VBox(8,
                            some.stream().map(alarm -> alarm(alarm, messages)).toArray(Node[]::new))));
            alarms.setId("alarms");
            box.getChildren().add(alarms);
        }
        return box;
    }

    /// How many alarms there are and where, in sight before anybody scrolls; their sentences stand below the figures.
    private Node glance(List<Problem> alarms) {
        var row = new FlowPane(16, 4);
        row.setId("alarms-glance");
        row.setRowValignment(VPos.CENTER);
        row.getChildren().add(controls.label("consequence.alarms-count", alarms.size()));
        row.getChildren().getFirst().getStyleClass().add("strong");
        for (Problem alarm : alarms.subList(0, Math.min(GLANCE, alarms.size()))) {
            Place place = Objects.requireNonNullElse(alarm.place(), Place.file(""));
            Node where = file(place);
            Tooltip.install(where, controls.tooltip(controls.texts().of(alarm)));
            var one = new HBox(4, icon(alarm), where);
            one.setAlignment(Pos.CENTER_LEFT);
            row.getChildren().add(one);
        }
        if (alarms.size() > GLANCE) {
            row.getChildren().add(controls.label("consequence.alarms-more", alarms.size() - GLANCE));
        }
        return row;
    }

    private static Node icon(Problem alarm) {
        var icon = Icons.of(MaterialDesignA.ALERT);
        icon.getStyleClass().add(alarm.severity() == Problem.Severity.ERROR ? "danger-icon" : "warning-icon");
        return icon;
    }

    /// Other designs are many, and the card does not wait for them.
    private void askElsewhere(VBox figure, CardText text) {
        Label asking = controls.hint("consequence.elsewhere-asked");
        figure.getChildren().add(asking);
        elsewhere.accept(hits -> {
            figure.getChildren().remove(asking);
            hits.forEach(hit -> figure.getChildren().add(words(text.hit(hit), "hint")));
            if (hits.isEmpty()) {
                figure.getChildren().add(controls.hint("consequence.elsewhere-none"));
            }
        });
    }

    private static VBox figure(CardRow row) {
        var box = new VBox(4, words(row.label(), "hint"), words(row.change(), "subheading"));
        row.details().forEach(detail -> box.getChildren().add(words(detail, "hint")));
        box.setPrefWidth(WIDTH);
        return box;
    }

    private Node alarm(Problem alarm, Messages messages) {
        var text = new VBox(words(messages.get(alarm.code(), alarm.arguments()), "text"));
        if (alarm.place() != null) {
            text.getChildren().addFirst(file(alarm.place()));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(8, icon(alarm), text);
    }

    private Node file(Place place) {
        String path = Objects.requireNonNullElse(place.file(), "");
        if (!RepoPath.isSafe(path) || path.matches(".*@[0-9a-f]*:.*")) {
            return words(place.toString(), "strong");
        }
        var link = new Hyperlink(place.toString());
        link.getStyleClass().add("strong");
        link.setWrapText(true);
        controls.name(link, controls.texts().of("consequence.go-to-file", place));
        link.setOnAction(_ -> jump.accept(place));
        return link;
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
