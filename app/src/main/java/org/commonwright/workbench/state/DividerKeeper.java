package org.commonwright.workbench.state;

import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Keeps the one divider of a split at the same part of its length, through every resizing and folding; a split by itself
/// would take over whatever its first, small layout squeezed it to. A person who drags it sets another part.
public final class DividerKeeper {
    private static final double ELSEWHERE = 0.001;

    private final SplitPane split;
    private final DoubleProperty place;
    private final PauseTransition nextFrame = new PauseTransition(Duration.millis(1));
    private final ReadOnlyDoubleProperty size;
    private double triedAt = Double.NaN;
    private boolean held;

    /// @param usual 0 to 1
    public DividerKeeper(SplitPane split, double usual) {
        this.split = split;
        this.place = new SimpleDoubleProperty(usual);
        this.size = split.getOrientation() == Orientation.HORIZONTAL
                ? split.widthProperty()
                : split.heightProperty();
        split.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> held = true);
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> held = false);
        size.subscribe(_ -> apply());
        place.subscribe(_ -> apply());
        nextFrame.setOnFinished(_ -> apply());
        split.getDividers().addListener((ListChangeListener<SplitPane.Divider>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
            }
        });
        split.getDividers().forEach(this::follow);
    }

    /// Where the divider is to be, 0 to 1.
    public DoubleProperty place() {
        return place;
    }

    private void follow(SplitPane.Divider divider) {
        divider.positionProperty().subscribe((_, now) -> {
            if (held) {
                place.set(now.doubleValue());
            } else if (Math.abs(now.doubleValue() - place.get()) > ELSEWHERE && triedAt != size.get()) {
                // A layout for the size before has moved it: it is placed again in the next frame, once for each size.
                triedAt = size.get();
                nextFrame.playFromStart();
            }
        });
        apply();
    }

    private void apply() {
        if (split.getDividers().size() == 1 && !held) {
            split.setDividerPositions(place.get());
        }
    }
}
