package org.commonwright.workbench.review.comments;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.text.Controls;

/// Threads below each other, the first of many at once. A thread that says the same as before keeps what somebody writes in it.
final class ThreadList {
    private static final int STEP = 30;

    private final CommentsViewModel model;
    private final Controls controls;
    private final VBox box = new VBox(8);
    private List<PlacedThread> threads = List.of();
    private int most = STEP;

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
        var nodes = new ArrayList<Node>();
        threads.stream().limit(most).forEach(thread -> nodes.add(ThreadView.of(thread, model, controls)));
        if (threads.size() > most) {
            nodes.add(controls.button("remarks.more", () -> {
                most += STEP;
                fill();
            }));
        }
        box.getChildren().setAll(nodes);
    }
}
