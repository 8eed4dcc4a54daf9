package org.commonwright.workbench.machines.board;

import javafx.scene.paint.Color;

/// What the plotter paints with: eight colours that are told apart on both grounds, also by those who see fewer; further curves
/// are dashed.
record PlotColours(Color ground, Color grid, Color text, Color... curves) {
    private static final PlotColours LIGHT = new PlotColours(Color.web("#ffffff"), Color.web("#e3e7eb"),
            Color.web("#57606a"), Color.web("#0f766e"), Color.web("#c2410c"), Color.web("#1d4ed8"),
            Color.web("#a21caf"), Color.web("#4d7c0f"), Color.web("#b91c1c"), Color.web("#0e7490"),
            Color.web("#6b4f1d"));
    private static final PlotColours DARK = new PlotColours(Color.web("#0d1117"), Color.web("#262d36"),
            Color.web("#9aa4af"), Color.web("#45c0b0"), Color.web("#ff9a5c"), Color.web("#7aa7ff"),
            Color.web("#e879f9"), Color.web("#a3d65c"), Color.web("#ff7b72"), Color.web("#56d4f0"),
            Color.web("#d9b86a"));
    private static final double[][] DASHES = {{}, {6, 4}, {2, 3}};

    static PlotColours of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    Color curve(int number) {
        return curves[number % curves.length];
    }

    /// Empty for a whole line.
    double[] dashes(int number) {
        return DASHES[number / curves.length % DASHES.length];
    }
}
