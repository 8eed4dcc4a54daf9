package org.commonwright.workbench.review.comments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.review.comment.CommentWords;
import org.commonwright.review.file.SafeText;
import org.commonwright.workbench.area.Block;
import org.commonwright.workbench.area.Reveal;
import org.commonwright.workbench.text.Controls;

/// All comments of a review: one line each that leads to it, the open ones first; and saying something about the design as a whole.
public final class CommentsCard {
    private static final int STEP = 12;

    private final CommentsViewModel model;
    private final Controls controls;
    private final Predicate<PlacedThread> hosted;
    private final ThreadList elsewhere;
    private final VBox lines = new VBox(4);
    private final StackPane composing = new StackPane();
    private final CheckBox resolved = new CheckBox();
    private final Label title = new Label();
    private int most = STEP;

    /// @param hosted whether a thread stands beside something else of the review; the others are shown here
    public CommentsCard(CommentsViewModel model, Controls controls, Predicate<PlacedThread> hosted) {
        this.model = model;
        this.controls = controls;
        this.hosted = hosted;
        this.elsewhere = new ThreadList(model, controls);
    }

    public Node node() {
        title.getStyleClass().add("subheading");
        resolved.textProperty().bind(controls.texts().of("remarks.resolved-too"));
        resolved.setOnAction(_ -> fill());
        var head = new FlowPane(16, 8, title,
                controls.button("remarks.comment-design", () -> model.composing().set(true)), resolved);
        var box = new Block(8, head, composing, lines, elsewhere.node());
        box.getStyleClass().add("card");
        box.setId("comments");
        model.composing().subscribe(wanted -> {
            if (!wanted) {
                composing.getChildren().clear();
            } else if (composing.getChildren().isEmpty()) {
                composing.getChildren().setAll(Composer.of(
                        CommentTarget.module(RepoPath.ROOT, controls.texts().now("comments.at-root")), model, controls,
                        () -> model.composing().set(false)));
                Reveal.show(box);
            }
        });
        Following.threads(model, box, this::fill);
        return box;
    }

    private void fill() {
        List<PlacedThread> open = model.threads().stream().filter(one -> one.thread().isOpen()).toList();
        List<PlacedThread> shown = new ArrayList<>(open);
        if (resolved.isSelected()) {
            model.threads().stream().filter(one -> !one.thread().isOpen()).forEach(shown::add);
        }
        title.textProperty().unbind();
        title.textProperty().bind(controls.texts().of("remarks.title", open.size()));
        resolved.setVisible(open.size() < model.threads().size());
        resolved.setManaged(resolved.isVisible());
        var nodes = new ArrayList<Node>();
        shown.stream().limit(most).forEach(thread -> nodes.add(line(thread)));
        if (shown.isEmpty()) {
            nodes.add(controls.hint("remarks.empty"));
        } else if (shown.size() > most) {
            nodes.add(controls.button("remarks.more", () -> {
                most += STEP;
                fill();
            }));
        }
        lines.getChildren().setAll(nodes);
        elsewhere.show(shown.stream().filter(hosted.negate()).toList());
    }

    private Node line(PlacedThread thread) {
        var link = new Hyperlink();
        Messages.Key place = CommentWords.place(thread.at());
        Messages.Key state = Messages.Key.of(CommentWords.state(thread.place().state()));
        String words = thread.thread().remarks().stream().filter(r -> !r.withdrawn()).findFirst()
                .map(r -> r.by().person().name() + " – " + (r.text().isBlank() ? r.suggestion().orElse("") : r.text()))
                .orElse("");
        String said = SafeText.of(words.lines().findFirst().orElse(""));
        link.textProperty()
                .bind(controls.texts().of(thread.thread().isOpen() ? "remarks.line" : "remarks.line-resolved",
                        place, state, said));
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> model.show(thread));
        return link;
    }
}
