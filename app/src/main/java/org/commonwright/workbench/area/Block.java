package org.commonwright.workbench.area;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A part of a long page whose height is worked out once for a width, until something in it changes. Every box around words that wrap asks
/// for their height several times, and so does every box around that: without blocks a key in one row measures all rows of the page anew.
public final class Block extends VBox {
    /// By width; who stands around it asks for two or three.
    private final Map<Double, Double> heights = new HashMap<>();

    public Block(double spacing, Node... children) {
        super(spacing, children);
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        Double known = heights.get(forWidth);
        if (known == null) {
            known = super.computePrefHeight(forWidth);
            heights.put(forWidth, known);
        }
        return known;
    }

    /// What stands on a page that scrolls is never pressed together.
    @Override
    protected double computeMinHeight(double forWidth) {
        return computePrefHeight(forWidth);
    }

    @Override
    public void requestLayout() {
        // The box above calls this while it is made, before there is anything to forget.
        if (heights != null) {
            heights.clear();
        }
        super.requestLayout();
    }
}
