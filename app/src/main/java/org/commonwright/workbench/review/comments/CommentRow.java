package org.commonwright.workbench.review.comments;

import java.util.function.Predicate;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A row of a difference under which comments stand.
///
/// @param target what is commented on there; null for a row that only tells where others are
/// @param holds which threads are about it
public record CommentRow(Node node, @Nullable CommentTarget target, Predicate<PlacedThread> holds) {
    /// A row that nothing is said about.
    public static CommentRow plain(Node node) {
        return new CommentRow(node, null, _ -> false);
    }
}
