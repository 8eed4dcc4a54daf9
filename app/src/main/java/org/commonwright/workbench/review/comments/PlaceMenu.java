package org.commonwright.workbench.review.comments;

import javafx.scene.Node;

/// Offers to comment on a place that somebody points at.
@FunctionalInterface
interface PlaceMenu {
    void show(CommentTarget target, Node view, double screenX, double screenY);
}
