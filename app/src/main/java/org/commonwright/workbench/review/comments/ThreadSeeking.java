package org.commonwright.workbench.review.comments;

import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.util.Duration;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.area.Reveal;
import org.jspecify.annotations.Nullable;

/// Turns a review to the thread that is to be seen: opens its file, and scrolls to it once it stands there.
public final class ThreadSeeking {
    private static final Duration LOOK = Duration.millis(50);
    private static final int TIMES = 60;

    private final Node view;
    private @Nullable Timeline looking;

    private ThreadSeeking(Node view) {
        this.view = view;
    }

    /// @param view in which threads are sought, as long as it is shown
    /// @param open opens a file
    public static void in(Node view, CommentsViewModel model, Consumer<RepoPath> open) {
        var seeking = new ThreadSeeking(view);
        ChangeListener<@Nullable PlacedThread> follow = (_, _, thread) -> {
            if (thread != null) {
                open.accept(thread.at().path());
                seeking.seek("#comment-" + thread.thread().id().abbreviated());
            }
        };
        view.getProperties().put(ThreadSeeking.class, follow);
        model.shown().addListener(new WeakChangeListener<>(follow));
    }

    /// A file that is opened for the first time is compared in the background.
    private void seek(String id) {
        if (looking != null) {
            looking.stop();
        }
        var timeline = new Timeline();
        timeline.getKeyFrames().add(new KeyFrame(LOOK, _ -> {
            Node found = view.lookup(id);
            if (found != null && found.getScene() != null && found.getBoundsInParent().getHeight() > 0) {
                Reveal.show(found);
                timeline.stop();
            }
        }));
        timeline.setCycleCount(TIMES);
        looking = timeline;
        timeline.play();
    }
}
