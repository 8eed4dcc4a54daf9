package org.commonwright.workbench.machines;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// A machine's pages above its console. Where there is no height for both, as with the list of problems open in a small window,
/// the console gives way, so that the page stays readable.
final class PageOverConsole {
    /// Below this the console goes, px; it comes back a little above, so that nothing flickers.
    private static final double BOTH = 380;
    private static final double BOTH_AGAIN = 400;
    private static final double PAGE_PART = 0.72;

    private final Node console;
    private final SplitPane split;
    private double divider = PAGE_PART;

    PageOverConsole(Node pages, Node console) {
        this.console = console;
        split = new SplitPane(pages, console);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(PAGE_PART);
        split.heightProperty().subscribe(height -> fit(height.doubleValue()));
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
