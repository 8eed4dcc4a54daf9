package org.commonwright.workbench.viewer;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// Mouse, wheel, touch and keys of a viewer.
final class ViewerInput {
    private static final double CLICK = 3;

    private final Region canvas;
    private final ViewerViewModel model;
    private final BiConsumer<Double, Double> click;
    private final BiConsumer<Double, Double> point;
    private double x;
    private double y;
    private double travelled;

    /// @param click a click that did not drag, where it was
    /// @param point the same with the other button, or where the keys point: the middle
    ViewerInput(Region canvas, ViewerViewModel model, BiConsumer<Double, Double> click,
            BiConsumer<Double, Double> point) {
        this.point = point;
        this.canvas = canvas;
        this.model = model;
        this.click = click;
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnScroll(this::scrolled);
        canvas.setOnZoom(e -> {
            model.zoom(Math.log(e.getZoomFactor()) / Math.log(1.2));
            e.consume();
        });
        canvas.setOnKeyPressed(this::key);
    }

    private void pressed(MouseEvent e) {
        canvas.requestFocus();
        x = e.getX();
        y = e.getY();
        travelled = 0;
        // Else a pane around it takes the keys.
        e.consume();
    }

    private void dragged(MouseEvent e) {
        double unit = Math.max(1, canvas.getHeight());
        double right = (e.getX() - x) / unit;
        double down = (e.getY() - y) / unit;
        travelled += Math.abs(e.getX() - x) + Math.abs(e.getY() - y);
        x = e.getX();
        y = e.getY();
        if (e.getButton() == MouseButton.PRIMARY && !e.isShiftDown()) {
            model.orbit(right, down);
        } else {
            model.pan(right, down);
        }
        e.consume();
    }

    private void released(MouseEvent e) {
        if (travelled <= CLICK && e.getButton() == MouseButton.PRIMARY) {
            click.accept(e.getX(), e.getY());
        } else if (travelled <= CLICK && e.getButton() == MouseButton.SECONDARY) {
            point.accept(e.getX(), e.getY());
        }
    }

    /// Whoever scrolls a page goes past a picture in it; only one that they work with turns the wheel into a zoom.
    private void scrolled(ScrollEvent e) {
        if (inPage() && !canvas.isFocused() && !e.isShortcutDown()) {
            return;
        }
        if (e.getDeltaY() != 0) {
            model.zoom(e.getDeltaY() / Math.max(1, e.getMultiplierY()));
        }
        e.consume();
    }

    private boolean inPage() {
        for (Node node = canvas.getParent(); node != null; node = node.getParent()) {
            if (node instanceof ScrollPane) {
                return true;
            }
        }
        return false;
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case LEFT -> arrow(e, -1, 0);
            case RIGHT -> arrow(e, 1, 0);
            case UP -> arrow(e, 0, 1);
            case DOWN -> arrow(e, 0, -1);
            case PLUS, ADD, EQUALS -> model.zoom(1);
            case MINUS, SUBTRACT -> model.zoom(-1);
            case F -> model.fit();
            case DIGIT1, NUMPAD1 -> model.front();
            case DIGIT2, NUMPAD2 -> model.back();
            case DIGIT3, NUMPAD3 -> model.side();
            case DIGIT4, NUMPAD4 -> model.left();
            case DIGIT7, NUMPAD7 -> model.top();
            case DIGIT8, NUMPAD8 -> model.bottom();
            case DIGIT0, NUMPAD0 -> model.home();
            case P -> model.togglePerspective();
            case C, CONTEXT_MENU -> point.accept(canvas.getWidth() / 2, canvas.getHeight() / 2);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void arrow(KeyEvent e, int right, int up) {
        if (e.isShiftDown()) {
            model.shift(right, up);
        } else {
            model.turn(right, up);
        }
    }
}
