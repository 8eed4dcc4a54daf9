package org.commonwright.workbench.area;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Scrolls to a part of a page.
public final class Reveal {
    private static final double ABOVE = 8;

    private Reveal() {}

    /// Scrolls the page that a node stands on so that the node begins at its top; where all of it is seen already nothing moves.
    public static void show(Node node) {
        ScrollPane page = page(node);
        if (page == null || page.getContent() == null) {
            return;
        }
        page.applyCss();
        page.layout();
        double room = page.getViewportBounds().getHeight();
        double hidden = page.getContent().getLayoutBounds().getHeight() - room;
        Bounds at = page.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = page.getVvalue() * Math.max(0, hidden);
        if (hidden > 0 && (at.getMinY() < top || at.getMaxY() > top + room)) {
            page.setVvalue(Math.clamp((at.getMinY() - ABOVE) / hidden, 0, 1));
        }
    }

    private static @Nullable ScrollPane page(Node node) {
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane page) {
                return page;
            }
        }
        return null;
    }
}
