package org.commonwright.workbench.review.comments;

import java.time.ZoneId;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.review.comment.Anchor;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.CommentWords;
import org.commonwright.review.comment.Placement;
import org.commonwright.review.comment.Remark;
import org.commonwright.review.comment.Suggestions;
import org.commonwright.review.file.SafeText;
import org.commonwright.workbench.area.Block;
import org.commonwright.workbench.area.ListPage;
import org.commonwright.workbench.area.Paged;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// One thread: where it is, what was said, and what can be done about it.
final class ThreadView {
    private static final int LONGEST = 4_000;
    private static final int MOST = 40;

    private final PlacedThread placed;
    private final CommentsViewModel model;
    private final Controls controls;
    private final Block box = new Block(8);
    /// Where somebody writes an answer or other words.
    private final StackPane writing = new StackPane();

    private ThreadView(PlacedThread placed, CommentsViewModel model, Controls controls) {
        this.placed = placed;
        this.model = model;
        this.controls = controls;
    }

    static Node of(PlacedThread placed, CommentsViewModel model, Controls controls) {
        return new ThreadView(placed, model, controls).make();
    }

    private Node make() {
        CommentThread thread = placed.thread();
        box.getStyleClass().add("comment");
        box.setId("comment-" + thread.id().abbreviated());
        box.getChildren().add(head(thread));
        placed.place().said().ifPresent(said -> box.getChildren()
                .add(controls.paragraph(key(said),
                        placed.place().state() == Placement.State.KEPT ? "hint" : "warning")));
        var remarks = ListPage.first(thread.remarks(), MOST);
        // Who opens a long conversation reads how it goes on.
        box.getChildren().add(new Paged<>(controls, remarks.last(),
                page -> new VBox(8, page.shown().stream().map(this::remark).toArray(Node[]::new))).node());
        thread.settling().ifPresent(settling -> box.getChildren().add(controls.paragraph(settling.applied().isPresent()
                ? key(Messages.Key.of("remarks.applied-by", settling.by().person().name(),
                        settling.applied().get().abbreviated()))
                : key(Messages.Key.of("remarks.resolved-by", settling.by().person().name())), "hint")));
        box.getChildren().addAll(writing, buttons(thread));
        return box;
    }

    private Node head(CommentThread thread) {
        var place = controls.paragraph(key(CommentWords.place(placed.at())), "strong");
        var row = new FlowPane(8, 4);
        if (placed.place().state() != Placement.State.KEPT) {
            row.getChildren().add(
                    controls.paragraph(key(Messages.Key.of(CommentWords.state(placed.place().state()))), "warning"));
        }
        if (!thread.isOpen()) {
            row.getChildren().add(controls.paragraph(key(Messages.Key.of("remarks.is-resolved")), "hint"));
        }
        // A flow is never narrower than the longest of its words.
        return row.getChildren().isEmpty() ? place : new VBox(4, place, row);
    }

    private Node remark(Remark remark) {
        String name = SafeText.of(remark.by().person().name());
        ObservableValue<String> who = controls.texts().labels().flatMap(m -> controls.texts().formats()
                .map(f -> m.get(remark.edited() ? "remarks.who-edited" : "remarks.who", name,
                        f.dateTime(remark.time(), ZoneId.systemDefault()))));
        var said = new VBox(4, controls.paragraph(who, "hint"));
        if (remark.withdrawn()) {
            said.getChildren().add(controls.paragraph(key(Messages.Key.of("comments.withdrawn-line", name)), "hint"));
            return said;
        }
        if (!remark.text().isBlank()) {
            said.getChildren().add(words(remark.text(), "text"));
        }
        remark.suggestion().ifPresent(instead -> said.getChildren().add(suggestion(instead)));
        if (placed.own().contains(remark.entry())) {
            var own = new HBox(8, flat("remarks.edit", () -> write(Composer.words("remarks.keep", remark.text(), null,
                    controls, this::stopWriting, (text, _, done) -> model.edit(remark, text, done)))),
                    flat("remarks.withdraw", () -> model.withdraw(remark)));
            said.getChildren().add(own);
        }
        return said;
    }

    private Node suggestion(String instead) {
        var lines = new VBox(controls.paragraph(key(Messages.Key.of("remarks.suggested")), "hint"));
        String was = switch (placed.thread().anchor()) {
            case Anchor.Line line -> String.join("\n", line.quote());
            case Anchor.Cell cell -> cell.value();
            case Anchor.Module _,Anchor.File _,Anchor.Point _,Anchor.Picture _ -> "";
        };
        if (!was.isEmpty()) {
            lines.getChildren().add(signed("− ", was, "diff-removed"));
        }
        if (!instead.isEmpty()) {
            lines.getChildren().add(signed("+ ", instead, "diff-added"));
        }
        if (Suggestions.isFormula(placed.thread().anchor(), instead)) {
            lines.getChildren().add(controls.paragraph(key(Messages.Key.of("comments.is-formula")), "warning"));
        }
        return lines;
    }

    private static Label signed(String sign, String text, String style) {
        Label label = words(text.lines().map(line -> sign + line).collect(Collectors.joining("\n")), style);
        label.getStyleClass().add("mono");
        return label;
    }

    private Node buttons(CommentThread thread) {
        var row = new FlowPane(8, 8);
        row.setAlignment(Pos.CENTER_LEFT);
        if (thread.isOpen() && thread.suggested().isPresent()) {
            Button apply = controls.button("remarks.apply", () -> model.apply(thread));
            apply.setDisable(placed.mayNotApply().isPresent());
            apply.getStyleClass().add("accent");
            row.getChildren().add(controls.explained(apply, placed.mayNotApply().<ObservableValue<String>>map(
                    fault -> controls.texts().of(fault))
                    .orElseGet(() -> controls.texts().of("remarks.apply"))));
        }
        row.getChildren().add(controls.button("remarks.answer", () -> write(Composer.words("remarks.answer", "",
                said(), controls, this::stopWriting,
                (text, suggestion, done) -> model.answer(thread, text, suggestion, done)))));
        row.getChildren().add(thread.isOpen()
                ? controls.button("remarks.resolve", () -> model.resolve(thread))
                : controls.button("remarks.reopen", () -> model.reopen(thread)));
        return row;
    }

    private @Nullable String said() {
        return switch (placed.at()) {
            case Anchor.Line line -> String.join("\n", line.quote());
            case Anchor.Cell cell -> cell.value();
            case Anchor.Module _,Anchor.File _,Anchor.Point _,Anchor.Picture _ -> null;
        };
    }

    private void write(Node composer) {
        writing.getChildren().setAll(composer);
    }

    private void stopWriting() {
        writing.getChildren().clear();
    }

    private Button flat(String key, Runnable act) {
        Button button = controls.button(key, act);
        button.getStyleClass().addAll("flat", "small");
        return button;
    }

    private ObservableValue<String> key(Messages.Key key) {
        return controls.texts().of(key.key(), key.arguments().toArray());
    }

    /// Foreign words: what cannot be seen is made visible, and no more is shown than people read.
    private static Label words(String text, String style) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        var label = new Label(cut.lines().map(SafeText::line).collect(Collectors.joining("\n")));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
