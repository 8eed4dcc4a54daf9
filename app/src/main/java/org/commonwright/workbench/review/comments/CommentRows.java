package org.commonwright.workbench.review.comments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.area.Block;
import org.commonwright.workbench.area.ListPage;
import org.commonwright.workbench.area.Paged;
import org.commonwright.workbench.area.Reveal;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Rows of a difference with the comments under them, so many at once. Arrows go from row to row and from page to page, Enter or C comments on
/// one, and so does the menu.
public final class CommentRows {
    static final int MOST = 100;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final CommentsViewModel model;
    private final Controls controls;
    private final RepoPath path;
    private final List<CommentRow> all;
    /// Where the first row of a place stands.
    private final Map<Spot, Integer> spots = new HashMap<>();
    private final Block box = new Block(0);
    /// Those in sight, and those in which somebody writes, by where they stand.
    private final Map<Integer, Row> made = new HashMap<>();
    private final ThreadList rest;
    private final Paged<CommentRow> pages;
    /// Held here as long as the rows are shown; the model holds it weakly.
    private final ChangeListener<@Nullable PlacedThread> seek = (_, _, thread) -> seek(thread);
    private Map<Integer, List<PlacedThread>> held = Map.of();
    private int current = -1;
    /// Where what is chosen begins; several lines of a text can be chosen together.
    private int start = -1;

    /// A row as it is shown: itself, what is being said about it, what was said.
    private record Row(CommentRow row, Block box, StackPane line, StackPane composing, ThreadList threads) {
        boolean isWrittenIn() {
            return !composing.getChildren().isEmpty();
        }
    }

    private CommentRows(List<CommentRow> all, RepoPath path, CommentsViewModel model, Controls controls) {
        this.all = all;
        this.path = path;
        this.model = model;
        this.controls = controls;
        this.rest = new ThreadList(model, controls);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).spot() != null) {
                spots.putIfAbsent(all.get(i).spot(), i);
            }
        }
        this.pages = new Paged<>(controls, ListPage.first(all, MOST), this::fill);
    }

    /// @param path the file, where threads are about it that no row holds
    public static Node of(List<CommentRow> rows, RepoPath path, CommentsViewModel model, Controls controls) {
        return new CommentRows(rows, path, model, controls).make();
    }

    private Node make() {
        box.getChildren().addAll(pages.node(), rest.node());
        box.getStyleClass().add("comment-rows");
        box.setFocusTraversable(true);
        controls.name(box, controls.texts().of("remarks.rows", path));
        box.accessibleHelpProperty().bind(controls.texts().of("remarks.rows-keys"));
        box.setOnKeyPressed(this::key);
        box.setOnKeyTyped(this::typed);
        box.focusedProperty().subscribe(focused -> {
            if (focused && current < 0) {
                step(pages.page().from() - 1, 1, false);
            }
        });
        box.setUserData(seek);
        Following.threads(model, box, this::threads);
        model.shown().addListener(new WeakChangeListener<>(seek));
        seek(model.shown().get());
        return box;
    }

    private Node fill(ListPage<CommentRow> page) {
        made.entrySet().removeIf(entry -> !entry.getValue().isWrittenIn());
        var rows = new Block(0);
        for (int at = page.from(); at < page.to(); at++) {
            Row row = made.computeIfAbsent(at, this::row);
            row.line().pseudoClassStateChanged(CURRENT, isChosen(at));
            row.threads().show(held.getOrDefault(at, List.of()));
            rows.getChildren().add(row.box());
        }
        return rows;
    }

    private Row row(int at) {
        CommentRow row = all.get(at);
        var line = new StackPane(row.node().get());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("comment-row");
        var composing = new StackPane();
        var threads = new ThreadList(model, controls);
        var shown = new Row(row, new Block(0, line, composing, threads.node()), line, composing, threads);
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
        return shown;
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
            case DOWN -> step(current, 1, e.isShiftDown());
            case UP -> step(current, -1, e.isShiftDown());
            case ENTER -> {
                if (current >= 0) {
                    compose(at(current));
                }
            }
            case CONTEXT_MENU -> {
                if (current >= 0) {
                    menu(at(current)).show(at(current).line(), Side.BOTTOM, 0, 0);
                }
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    /// The letter is taken once it is typed: taken as a key, it would be typed into the field that it opens.
    private void typed(KeyEvent e) {
        if (e.getTarget() == box && !e.isShortcutDown() && !e.isAltDown() && e.getCharacter().equalsIgnoreCase("c")
                && current >= 0) {
            compose(at(current));
            e.consume();
        }
    }

    /// @return the row, which is in sight from now on
    private Row at(int index) {
        pages.show(index);
        return Objects.requireNonNull(made.get(index));
    }

    /// @param further whether what was chosen before stays chosen
    private void step(int from, int by, boolean further) {
        for (int at = from + by; at >= 0 && at < all.size(); at += by) {
            if (all.get(at).target() != null) {
                choose(at, further);
                Reveal.show(at(at).line());
                return;
            }
        }
    }

    private boolean isChosen(int at) {
        return start >= 0 && at >= Math.min(start, current) && at <= Math.max(start, current);
    }

    private void choose(int at, boolean further) {
        start = further && start >= 0 ? start : at;
        current = at;
        made.forEach((index, row) -> row.line().pseudoClassStateChanged(CURRENT, isChosen(index)));
    }

    /// One row, or the lines of its side that are chosen with it.
    private @Nullable CommentTarget target(Row row) {
        CommentTarget one = row.row().target();
        if (one == null || one.line() == 0 || start == current) {
            return one;
        }
        List<CommentTarget> lines = all.subList(Math.min(start, current), Math.max(start, current) + 1).stream()
                .map(CommentRow::target)
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

    /// Where a thread stands; -1 when no row is about it.
    private int index(PlacedThread thread) {
        return Spot.of(thread).stream().map(spots::get).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .orElse(-1);
    }

    /// Turns to the page of a thread that is to be seen; whoever seeks it scrolls to it.
    private void seek(@Nullable PlacedThread thread) {
        if (thread != null && thread.isIn(path)) {
            pages.show(index(thread));
        }
    }

    private void threads() {
        var next = new HashMap<Integer, List<PlacedThread>>();
        var left = new ArrayList<PlacedThread>();
        for (PlacedThread thread : model.threads()) {
            if (thread.isIn(path)) {
                int at = index(thread);
                (at < 0 ? left : next.computeIfAbsent(at, _ -> new ArrayList<>())).add(thread);
            }
        }
        held = next;
        made.forEach((at, row) -> row.threads().show(next.getOrDefault(at, List.of())));
        rest.show(left);
    }
}
