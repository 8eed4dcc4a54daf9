package org.commonwright.workbench.machines.printer;

/// How times and temperatures become places of a plot.
///
/// @param from the left end, in ms since 1970
/// @param to the right end
/// @param top the highest temperature, in °C; the lowest is 0
/// @param left the plot's own left edge, px
record TemperatureScale(long from, long to, double top, double left, double upper, double width, double height) {
    private static final double[] STEPS = {10, 25, 50, 100, 200};
    private static final long[] TIMES = {10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 43_200, 86_400};
    private static final int LINES = 6;

    double x(long at) {
        return left + width * (at - from) / Math.max(1, to - from);
    }

    double y(double celsius) {
        return upper + height * (1 - celsius / top);
    }

    long timeAt(double x) {
        return from + Math.round((to - from) * (x - left) / width);
    }

    /// The step between two lines across, in °C.
    double step() {
        for (double step : STEPS) {
            if (top / step <= LINES) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /// The step between two lines down, in seconds.
    long timeStep() {
        for (long step : TIMES) {
            if ((to - from) / 1000.0 / step <= LINES) {
                return step;
            }
        }
        return Math.max(86_400, (to - from) / 1000 / LINES / 86_400 * 86_400);
    }

    /// A round number above what is to be shown.
    static double topFor(double highest) {
        return Math.max(50, Math.ceil((highest + 5) / 50) * 50);
    }
}
