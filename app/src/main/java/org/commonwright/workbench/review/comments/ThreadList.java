package org.commonwright.workbench.review.comments;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import org.commonwright.workbench.area.Block;
import org.commonwright.workbench.area.ListPage;
import org.commonwright.workbench.area.Paged;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Threads below each other, so many at once. A thread that says the same as before keeps what somebody writes in it.
final class ThreadList {
    private static final int MOST = 30;

    private final CommentsViewModel model;
    private final Controls controls;
    private final Block box = new Block(8);
    /// Held here as long as the list is shown; the model holds it weakly.
    private final ChangeListener<@Nullable PlacedThread> seek = (_, _, thread) -> seek(thread);
    private List<PlacedThread> threads = List.of();
    private @Nullable Paged<PlacedThread> pages;

    ThreadList(CommentsViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        box.setVisible(false);
        box.setManaged(false);
    }

    Node node() {
        return box;
    }

    void show(List<PlacedThread> next) {
        if (!next.equals(threads)) {
            threads = List.copyOf(next);
            fill();
        }
    }

    private void fill() {
        box.setVisible(!threads.isEmpty());
        box.setManaged(!threads.isEmpty());
        Paged<PlacedThread> before = pages;
        if (threads.isEmpty()) {
            pages = null;
            box.getChildren().clear();
        } else if (before != null) {
            before.replace(threads);
        } else {
            var made = new Paged<>(controls, ListPage.first(threads, MOST), page -> new Block(8,
                    page.shown().stream().map(thread -> ThreadView.of(thread, model, controls)).toArray(Node[]::new)));
            pages = made;
            box.getChildren().setAll(made.node());
            if (box.getUserData() == null) {
                box.setUserData(seek);
                model.shown().addListener(new WeakChangeListener<>(seek));
            }
            seek(model.shown().get());
        }
    }

    /// Turns to the page of a thread that is to be seen.
    private void seek(@Nullable PlacedThread thread) {
        Paged<PlacedThread> paged = pages;
        if (thread != null && paged != null) {
            IntStream.range(0, threads.size()).filter(i -> threads.get(i).isSameAs(thread)).findFirst()
                    .ifPresent(paged::show);
        }
    }
}
