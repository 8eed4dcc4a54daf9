package org.commonwright.workbench.review.comments;

import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.model.RepoPath;
import org.commonwright.review.comment.Anchor;
import org.commonwright.workbench.area.Block;
import org.commonwright.workbench.area.Reveal;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.commonwright.workbench.viewer.Pins;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Comments below a file or a module as a whole.
public final class FileComments {
    private final CommentsViewModel model;
    private final Controls controls;
    private final Runnable opening;
    private final StackPane composing = new StackPane();

    public FileComments(CommentsViewModel model, Controls controls) {
        this(model, controls, () -> {});
    }

    /// @param opening called before somebody writes, so that it is seen where they do
    FileComments(CommentsViewModel model, Controls controls, Runnable opening) {
        this.model = model;
        this.controls = controls;
        this.opening = opening;
        // An empty place takes no room, and no gap.
        composing.managedProperty().bind(Bindings.isNotEmpty(composing.getChildren()));
    }

    /// What a file shows, with a button to comment on it and what was said about it.
    ///
    /// @param before whether the file is only there before the change
    public Node below(Node body, RepoPath path, boolean before) {
        return new Block(8, body, button("remarks.comment-file", CommentTarget.file(path, before)), composing,
                threads(thread -> thread.isIn(path)));
    }

    /// The same for rows that show what was said themselves: lines and cells.
    public Node belowRows(Node rows, RepoPath path, boolean before) {
        return new Block(8, rows, button("remarks.comment-file", CommentTarget.file(path, before)), composing);
    }

    /// What was said about a module, and a button to say more.
    public Node module(RepoPath folder, String name) {
        return new Block(8, button("remarks.comment-module", CommentTarget.module(folder, name)), composing,
                threads(thread -> thread.at() instanceof Anchor.Module(var at)
                        && at.equals(folder)));
    }

    /// Marks on a model where its open comments are; pointing at it offers to say more.
    public Pins model(RepoPath path) {
        return new ModelPins(path, model, this::offer);
    }

    /// The same on a picture.
    public PicturePins picture(RepoPath path) {
        return new PicturePins(path, model, this::offer);
    }

    void offer(CommentTarget target, Node view, double screenX, double screenY) {
        var item = new MenuItem();
        item.textProperty().bind(controls.texts().of("remarks.comment-here"));
        item.setOnAction(_ -> compose(target));
        new ContextMenu(item).show(view, screenX, screenY);
    }

    /// Says something about a place.
    public void compose(CommentTarget target) {
        opening.run();
        composing.getChildren().setAll(Composer.of(target, model, controls, () -> composing.getChildren().clear()));
        Reveal.show(composing);
    }

    private Button button(String key, CommentTarget target) {
        Button button = controls.button(key, () -> compose(target));
        button.setGraphic(Icons.of(MaterialDesignC.COMMENT_PLUS_OUTLINE));
        button.getStyleClass().add("flat");
        return button;
    }

    private Node threads(Predicate<PlacedThread> about) {
        var list = new ThreadList(model, controls);
        var box = new VBox(list.node());
        box.managedProperty().bind(list.node().managedProperty());
        Following.threads(model, box, () -> list.show(List.copyOf(model.threads().filtered(about))));
        return box;
    }

    /// How many open comments a file has; empty for none.
    public Label count(RepoPath path) {
        var label = new Label();
        label.getStyleClass().add("hint");
        Following.threads(model, label, () -> {
            label.textProperty().unbind();
            long open = model.threads().stream().filter(t -> t.isIn(path) && t.thread().isOpen()).count();
            label.setText("");
            if (open > 0) {
                label.textProperty().bind(controls.texts().of("remarks.count", open));
            }
        });
        return label;
    }
}
