package org.commonwright.workbench.machines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.commonwright.i18n.Messages.Key;
import org.commonwright.machine.health.LinkRows;
import org.commonwright.machine.health.LinkVerdict;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// How well the link to a machine works: the verdict in words, what to do, and the figures, looked at each second while the
/// page is in sight.
final class LinkPane {
    private static final double WIDEST = 300;

    private final LinkViewModel model;
    private final Controls controls;
    private final Timeline beat = new Timeline(new KeyFrame(Duration.seconds(1), _ -> look()));
    private final HBox verdict = new HBox(8);
    private final Label words = new Label();
    private final TextArea advice = new TextArea();
    private final GridPane grid = new GridPane(24, 4);
    private final Map<String, Label> cells = new HashMap<>();
    private final ScrollPane pane;
    private LinkVerdict.@Nullable Kind told;

    LinkPane(LinkViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        beat.setCycleCount(Animation.INDEFINITE);
        words.getStyleClass().add("subheading");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        // A field, so that a path, a command or a rule can be copied.
        advice.setEditable(false);
        advice.setWrapText(true);
        advice.setMinHeight(Region.USE_PREF_SIZE);
        controls.name(advice, controls.texts().of("link.advice"));
        advice.managedProperty().bind(advice.textProperty().isNotEmpty());
        advice.visibleProperty().bind(advice.textProperty().isNotEmpty());
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, numbers, numbers);
        var box = new VBox(16, verdict, advice, grid, controls.hint("link.hint"));
        box.getStyleClass().add("padded");
        pane = new ScrollPane(box);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("edge-to-edge");
        model.shown().subscribe(this::show);
        controls.texts().messages().subscribe(_ -> show(model.shown().get()));
    }

    Node node() {
        return pane;
    }

    /// @param on whether the page is in sight
    void inSight(boolean on) {
        if (on) {
            model.open();
            beat.playFromStart();
        } else {
            beat.stop();
        }
    }

    private void look() {
        if (pane.getScene() == null) {
            beat.stop();
        } else {
            model.look();
        }
    }

    private void show(LinkViewModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        LinkVerdict.Kind kind = shown.verdict().kind();
        if (kind != told) {
            told = kind;
            verdict.getChildren().setAll(icon(kind), words);
        }
        List<Key> sentences = shown.verdict().sentences();
        words.setText(text(sentences.getFirst()));
        String rest = String.join("\n", sentences.subList(1, sentences.size()).stream().map(this::text).toList());
        if (!advice.getText().equals(rest)) {
            advice.setText(rest);
            advice.setPrefRowCount(Math.clamp(2L * (sentences.size() - 1), 1, 8));
        }
        cell("link.live", 1, 0, "hint").setText(controls.texts().now("link.live"));
        cell("link.in-run", 2, 0, "hint").setText(shown.run().isEmpty() ? "" : controls.texts().now("link.in-run"));
        column(shown.live(), 1);
        column(shown.run(), 2);
    }

    /// A figure that only a run has stands below those of both.
    private void column(List<LinkRows.Row> rows, int column) {
        for (LinkRows.Row row : rows) {
            String name = row.name().key();
            int at = LinkRows.place(name) + 1;
            cell(name, 0, at, "hint").setText(text(row.name()));
            cell(name + column, column, at, "mono").setText(text(row.value()));
        }
    }

    private Label cell(String id, int column, int row, String style) {
        return cells.computeIfAbsent(id, _ -> {
            var label = new Label();
            label.getStyleClass().add(style);
            // A figure never splits; a sentence in its place does.
            label.setMaxWidth(WIDEST);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            if (column > 0) {
                label.setAlignment(Pos.CENTER_RIGHT);
                label.setTextAlignment(TextAlignment.RIGHT);
            }
            grid.add(label, column, row);
            return label;
        });
    }

    private FontIcon icon(LinkVerdict.Kind kind) {
        FontIcon icon = switch (kind) {
            case GOOD -> Icons.of(MaterialDesignC.CHECK_CIRCLE_OUTLINE, 20);
            case UNKNOWN -> Icons.of(MaterialDesignC.CIRCLE_OUTLINE, 20);
            case NOISY, HOST_LATE, ADAPTER_WAITS, SHORT_SEGMENTS -> Icons.of(MaterialDesignA.ALERT_OUTLINE, 20);
        };
        icon.getStyleClass().add(kind == LinkVerdict.Kind.GOOD ? "success-icon" : "warning-icon");
        return icon;
    }

    private String text(Key key) {
        return controls.texts().now(key);
    }
}
