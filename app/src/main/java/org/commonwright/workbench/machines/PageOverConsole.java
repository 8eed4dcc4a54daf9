package org.commonwright.workbench.machines;

import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.util.Duration;

/// A machine's pages above its console. Where there is no height for both, as with the list of problems open in a small window,
/// the console gives way, so that the page stays readable.
final class PageOverConsole {
    /// Below this the console goes, px; it comes back a little above, so that nothing flickers.
    private static final double BOTH = 380;
    private static final double BOTH_AGAIN = 400;
    private static final double PAGE_PART = 0.72;
    private static final double SOON_MS = 50;

    private final Node console;
    private final SplitPane split;
    private final PauseTransition soon = new PauseTransition(Duration.millis(SOON_MS));
    private double divider = PAGE_PART;

    PageOverConsole(Node pages, Node console) {
        this.console = console;
        split = new SplitPane(pages, console);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(PAGE_PART);
        // Not at once: what changes while it is being laid out may stay without its colours.
        soon.setOnFinished(_ -> fit(split.getHeight()));
        split.heightProperty().subscribe(soon::playFromStart);
    }

    SplitPane node() {
        return split;
    }

    private void fit(double height) {
        boolean there = split.getItems().contains(console);
        if (there && height > 0 && height < BOTH) {
            divider = split.getDividerPositions()[0];
            split.getItems().remove(console);
        } else if (!there && height >= BOTH_AGAIN) {
            split.getItems().add(console);
            split.setDividerPositions(divider);
        }
    }
}
