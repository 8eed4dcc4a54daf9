package org.commonwright.workbench.review.comments;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;

/// Keeps a view up to date with the threads as long as it is shown, and not longer.
final class Following {
    private Following() {}

    /// @param view holds what follows; the model holds it weakly
    static void threads(CommentsViewModel model, Node view, Runnable show) {
        ListChangeListener<PlacedThread> follow = _ -> show.run();
        view.getProperties().put(Following.class, follow);
        model.threads().addListener(new WeakListChangeListener<>(follow));
        show.run();
    }
}
