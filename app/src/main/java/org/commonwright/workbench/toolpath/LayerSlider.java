package org.commonwright.workbench.toolpath;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.commonwright.workbench.text.Controls;

/// An upright slider with two ends: the range of layers that is shown. Each end is dragged by itself, both by what is between them.
/// Arrow keys and Page Up and Down move the upper end, with Shift the lower one, with Control both; Home and End go to the first and
/// the last layer.
final class LayerSlider extends Region {
    private static final double KNOB = 16;
    private static final double TRACK = 4;
    private static final int PAGE = 10;

    private final PathViewModel model;
    private final StackPane track = box("layer-track");
    private final StackPane range = box("layer-range");
    private final StackPane low = box("layer-knob");
    private final StackPane high = box("layer-knob");
    private boolean dragsLow;
    private boolean dragsHigh;
    private int grabbed;
    private int lowWas;
    private int highWas;

    LayerSlider(PathViewModel model, Controls controls, ObservableValue<String> name) {
        this.model = model;
        getChildren().addAll(track, range, low, high);
        getStyleClass().add("layer-slider");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        controls.name(this, name);
        setMinSize(KNOB + 8, 80);
        setPrefWidth(KNOB + 8);
        model.lower().subscribe(_ -> requestLayout());
        model.upper().subscribe(_ -> requestLayout());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnKeyPressed(this::key);
        setOnScroll(e -> {
            shift(e.getDeltaY() > 0 ? 1 : -1, true, e.isShiftDown());
            e.consume();
        });
    }

    private static StackPane box(String style) {
        var box = new StackPane();
        box.getStyleClass().add(style);
        box.setMouseTransparent(true);
        return box;
    }

    private int last() {
        return model.layers().count() - 1;
    }

    @Override
    protected void layoutChildren() {
        double middle = snapPositionX((getWidth() - TRACK) / 2);
        double top = place(model.upper().get());
        double bottom = place(model.lower().get());
        track.resizeRelocate(middle, KNOB / 2, TRACK, Math.max(0, getHeight() - KNOB));
        range.resizeRelocate(middle, top, TRACK, Math.max(0, bottom - top));
        double x = (getWidth() - KNOB) / 2;
        // Where both are on one layer they stand side by side, so that each can be taken.
        high.resizeRelocate(x, top - KNOB, KNOB, KNOB);
        low.resizeRelocate(x, bottom, KNOB, KNOB);
    }

    /// Where a layer is, down from the top; room is kept for a knob at each end.
    private double place(int layer) {
        double room = Math.max(1, getHeight() - 2 * KNOB);
        return KNOB + room * (last() == 0 ? 0 : 1 - (double) layer / last());
    }

    private int layerAt(double y) {
        double room = Math.max(1, getHeight() - 2 * KNOB);
        return Math.clamp(Math.round((1 - (y - KNOB) / room) * last()), 0, last());
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        double top = place(model.upper().get());
        double bottom = place(model.lower().get());
        dragsHigh = e.getY() <= top;
        dragsLow = e.getY() >= bottom;
        if (!dragsLow && !dragsHigh) {
            dragsLow = true;
            dragsHigh = true;
        } else if (e.getY() < top - KNOB || e.getY() > bottom + KNOB) {
            set(layerAt(e.getY()));
        }
        grabbed = layerAt(e.getY());
        lowWas = model.lower().get();
        highWas = model.upper().get();
        e.consume();
    }

    private void dragged(MouseEvent e) {
        int layer = layerAt(e.getY() + (dragsHigh && !dragsLow ? KNOB / 2 : dragsLow && !dragsHigh ? -KNOB / 2 : 0));
        if (dragsLow && dragsHigh) {
            int by = Math.clamp((long) layer - grabbed, -lowWas, last() - highWas);
            both(by, lowWas, highWas);
        } else {
            set(layer);
        }
        e.consume();
    }

    private void set(int layer) {
        if (dragsHigh) {
            model.upper().set(Math.max(layer, model.lower().get()));
        } else {
            model.lower().set(Math.min(layer, model.upper().get()));
        }
    }

    private void both(int by, int lowFrom, int highFrom) {
        if (by > 0) {
            model.upper().set(highFrom + by);
            model.lower().set(lowFrom + by);
        } else {
            model.lower().set(lowFrom + by);
            model.upper().set(highFrom + by);
        }
    }

    private void key(KeyEvent e) {
        int by = switch (e.getCode()) {
            case UP, RIGHT -> 1;
            case DOWN, LEFT -> -1;
            case PAGE_UP -> PAGE;
            case PAGE_DOWN -> -PAGE;
            case HOME -> -last();
            case END -> last();
            default -> 0;
        };
        if (by != 0 || e.getCode() == KeyCode.HOME || e.getCode() == KeyCode.END) {
            shift(by, !e.isShiftDown() || e.isShortcutDown(), e.isShiftDown() || e.isShortcutDown());
            e.consume();
        }
    }

    private void shift(int by, boolean upper, boolean lower) {
        int lowNow = model.lower().get();
        int highNow = model.upper().get();
        if (upper && lower) {
            both(Math.clamp(by, -lowNow, last() - highNow), lowNow, highNow);
        } else if (lower) {
            model.lower().set(Math.clamp((long) lowNow + by, 0, highNow));
        } else {
            model.upper().set(Math.clamp((long) highNow + by, lowNow, last()));
        }
    }
}
