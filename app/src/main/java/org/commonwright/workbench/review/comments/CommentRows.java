package org.commonwright.workbench.review.comments;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.area.Reveal;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Rows of a difference with the comments under them. Arrows go from row to row, Enter or C comments on one, and so does the menu.
public final class CommentRows {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final CommentsViewModel model;
    private final Controls controls;
    private final RepoPath path;
    private final VBox box = new VBox();
    private final List<Row> rows = new ArrayList<>();
    private final ThreadList rest;
    private int current = -1;
    /// Where what is chosen begins; several lines of a text can be chosen together.
    private int start = -1;

    /// A row as it is shown: itself, what is being said about it, what was said.
    private record Row(CommentRow row, StackPane line, StackPane composing, ThreadList threads) {}

    private CommentRows(RepoPath path, CommentsViewModel model, Controls controls) {
        this.path = path;
        this.model = model;
        this.controls = controls;
        this.rest = new ThreadList(model, controls);
    }

    /// @param path the file, where threads are about it that no row holds
    public static Node of(List<CommentRow> rows, RepoPath path, CommentsViewModel model, Controls controls) {
        return new CommentRows(path, model, controls).make(rows);
    }

    private Node make(List<CommentRow> wanted) {
        wanted.forEach(this::add);
        box.getChildren().add(rest.node());
        box.getStyleClass().add("comment-rows");
        box.setFocusTraversable(true);
        controls.name(box, controls.texts().of("remarks.rows", path));
        box.accessibleHelpProperty().bind(controls.texts().of("remarks.rows-keys"));
        box.setOnKeyPressed(this::key);
        box.focusedProperty().subscribe(focused -> {
            if (focused && current < 0) {
                step(1, false);
            }
        });
        Following.threads(model, box, this::threads);
        return box;
    }

    private void add(CommentRow row) {
        var line = new StackPane(row.node());
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        line.getStyleClass().add("comment-row");
        var shown = new Row(row, line, new StackPane(), new ThreadList(model, controls));
        int at = rows.size();
        rows.add(shown);
        box.getChildren().addAll(line, shown.composing(), shown.threads().node());
        if (row.target() != null) {
            line.setOnMousePressed(e -> {
                box.requestFocus();
                if (e.getButton() == MouseButton.PRIMARY || !isChosen(at)) {
                    choose(at, e.isShiftDown());
                }
                // Else the pane around it takes the keys.
                e.consume();
            });
            line.setOnContextMenuRequested(e -> {
                menu(shown).show(line, e.getScreenX(), e.getScreenY());
                e.consume();
            });
        }
    }

    private ContextMenu menu(Row row) {
        var item = new MenuItem();
        item.textProperty().bind(controls.texts().of("remarks.comment-here"));
        item.setOnAction(_ -> compose(row));
        return new ContextMenu(item);
    }

    private void key(KeyEvent e) {
        if (e.getTarget() != box || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case DOWN -> step(1, e.isShiftDown());
            case UP -> step(-1, e.isShiftDown());
            case ENTER, C -> {
                if (current >= 0) {
                    compose(rows.get(current));
                }
            }
            case CONTEXT_MENU -> {
                if (current >= 0) {
                    menu(rows.get(current)).show(rows.get(current).line(), Side.BOTTOM, 0, 0);
                }
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    /// @param further whether what was chosen before stays chosen
    private void step(int by, boolean further) {
        for (int at = current + by; at >= 0 && at < rows.size(); at += by) {
            if (rows.get(at).row().target() != null) {
                choose(at, further);
                Reveal.show(rows.get(at).line());
                return;
            }
        }
    }

    private boolean isChosen(int at) {
        return current >= 0 && at >= Math.min(start, current) && at <= Math.max(start, current);
    }

    private void choose(int at, boolean further) {
        start = further && start >= 0 ? start : at;
        current = at;
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).line().pseudoClassStateChanged(CURRENT, isChosen(i));
        }
    }

    /// One row, or the lines of its side that are chosen with it.
    private @Nullable CommentTarget target(Row row) {
        CommentTarget one = row.row().target();
        if (one == null || one.line() == 0 || start == current) {
            return one;
        }
        List<CommentTarget> lines = rows.subList(Math.min(start, current), Math.max(start, current) + 1).stream()
                .map(chosen -> chosen.row().target())
                .filter(other -> other != null && other.line() > 0 && other.before() == one.before()).toList();
        boolean whole = !lines.isEmpty()
                && lines.getLast().line() - lines.getFirst().line() == lines.size() - 1;
        return whole && lines.size() > 1 ? CommentTarget.lines(path, lines) : one;
    }

    private void compose(Row row) {
        CommentTarget target = target(row);
        if (target != null) {
            row.composing().getChildren().setAll(Composer.of(target, model, controls, () -> {
                row.composing().getChildren().clear();
                box.requestFocus();
            }));
            // All that is written in, and the row that it is about.
            Reveal.show(row.composing());
            Reveal.show(row.line());
        }
    }

    private void threads() {
        List<PlacedThread> left = new ArrayList<>(model.threads().filtered(thread -> thread.isIn(path)));
        for (Row row : rows) {
            List<PlacedThread> held = left.stream().filter(row.row().holds()).toList();
            left.removeAll(held);
            row.threads().show(held);
        }
        rest.show(left);
    }
}
