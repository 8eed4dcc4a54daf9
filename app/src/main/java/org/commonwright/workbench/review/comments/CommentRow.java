package org.commonwright.workbench.review.comments;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A row of a difference under which comments stand.
///
/// @param node makes it, once it is in sight: a difference may have a hundred thousand
/// @param target what is commented on there; null for a row that only tells where others are
/// @param spot where the threads are that stand under it; null for none
public record CommentRow(Supplier<Node> node, @Nullable CommentTarget target, @Nullable Spot spot) {
    /// A row that nothing is said about.
    public static CommentRow plain(Supplier<Node> node) {
        return new CommentRow(node, null, null);
    }
}
