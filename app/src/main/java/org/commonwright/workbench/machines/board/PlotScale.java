package org.commonwright.workbench.machines.board;

import java.util.ArrayList;
import java.util.List;

/// Values from bottom to top, and where lines of the grid are good to read: at 1, 2 or 5 times a power of ten.
record PlotScale(double low, double high) {
    private static final double ROOM = 0.06;

    /// A little more than what is shown; something around a value that never changes.
    static PlotScale of(double low, double high) {
        if (!(low <= high)) {
            return new PlotScale(-1, 1);
        }
        double room = high > low ? (high - low) * ROOM : Math.max(Math.abs(high) * ROOM, 0.5);
        return new PlotScale(low - room, high + room);
    }

    /// @param most how many there is room for
    List<Double> ticks(int most) {
        double step = step(most);
        List<Double> ticks = new ArrayList<>();
        for (double i = Math.ceil(low / step); i * step <= high && ticks.size() < 100; i++) {
            // Not "-0".
            ticks.add(i * step + 0.0);
        }
        return ticks;
    }

    /// Digits behind the point that tell one line of the grid from the next.
    int digits(int most) {
        return Math.clamp((int) -Math.floor(Math.log10(step(most)) + 1e-9), 0, 9);
    }

    private double step(int most) {
        double least = (high - low) / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (int factor : new int[]{1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /// @return 0 at the top of a picture, 1 at its bottom
    double down(double value) {
        return (high - value) / (high - low);
    }
}
