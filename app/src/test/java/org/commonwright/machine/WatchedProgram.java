package org.commonwright.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A random program in which each move has an X of its own, so that a move on the wire or of the machine says which line it is.
final class WatchedProgram {
    private static final Pattern X = Pattern.compile("X([0-9.]+)");
    private static final double STEP = 0.4;

    /// How a program's way lies.
    enum Shape {
        /// Never twice at a place.
        WAVE,
        /// To and fro on one line.
        DOUBLING,
        /// Across itself.
        CROSSING,
        /// Across itself, in arcs by centre and by radius; for GRBL.
        ARCS
    }

    private final List<String> lines = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();

    WatchedProgram(Random random, boolean grbl, int moves) {
        this(random, grbl, moves, Shape.WAVE);
    }

    WatchedProgram(Random random, boolean grbl, int moves, Shape shape) {
        double span = List.of(2.0, 5.0, 10.0, 25.0).get(shape == Shape.WAVE ? 0 : random.nextInt(4));
        lines.addAll(grbl
                ? List.of("(watched)", "G21 G90 G17", "M3 S1000", "F6000")
                : List.of("; watched", "G28", "G90", "M83"));
        double lastX = 0;
        double lastY = 0;
        for (int i = 1; i <= moves; i++) {
            switch (random.nextInt(12)) {
                case 0 -> lines.add(grbl ? "(rest)" : "; rest");
                case 1 -> lines.add("");
                case 2 -> lines.add(grbl ? "M8" : "M106 S" + random.nextInt(256));
                case 3 -> lines.add(random.nextInt(6) == 0 ? grbl ? "G4 P0.05" : "M400" : "");
                default -> {
                    // Moves only.
                }
            }
            double x = shape == Shape.WAVE ? i * STEP : free(random, span);
            double y = switch (shape) {
                case WAVE -> random.nextDouble() * 8;
                case DOUBLING -> 1;
                case CROSSING, ARCS -> Math.round(random.nextDouble() * span * 100) / 100.0;
            };
            if (shape == Shape.ARCS && random.nextInt(5) > 0) {
                lines.add(arc(random, lastX, lastY, x, y));
                lastX = x;
                lastY = y;
                places.put(key(x), lines.size());
                continue;
            }
            lastX = x;
            lastY = y;
            String e = grbl ? "" : " E0.01";
            lines.add(String.format(Locale.ROOT, "G1 X%.3f Y%.2f%s%s", x, y, e, grbl ? "" : " F6000"));
            places.put(key(x), lines.size());
        }
        lines.addAll(grbl ? List.of("M5", "M2") : List.of("M107", "M84"));
    }

    private static String arc(Random random, double fromX, double fromY, double x, double y) {
        double dx = x - fromX;
        double dy = y - fromY;
        double chord = Math.hypot(dx, dy);
        double radius = Math.ceil(chord * (0.51 + random.nextDouble()) * 1000) / 1000;
        boolean clockwise = random.nextBoolean();
        boolean far = random.nextInt(4) == 0;
        if (random.nextBoolean()) {
            return String.format(Locale.ROOT, "G%d X%.3f Y%.2f R%.3f", clockwise ? 2 : 3, x, y, far ? -radius : radius);
        }
        // The centre is beside the chord's middle.
        double beside = Math.sqrt(radius * radius - chord * chord / 4) * (clockwise == far ? 1 : -1);
        return String.format(Locale.ROOT, "G%d X%.3f Y%.2f I%.4f J%.4f", clockwise ? 2 : 3, x, y,
                dx / 2 - dy / chord * beside, dy / 2 + dx / chord * beside);
    }

    private double free(Random random, double span) {
        double x;
        do {
            x = Math.round(random.nextDouble() * span * 1000) / 1000.0;
        } while (places.containsKey(key(x)));
        return x;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    int lines() {
        return lines.size();
    }

    /// The line that moves to this X; 0 when none does.
    int lineAt(double x) {
        return Math.abs(x * 1000 - key(x)) < 1e-6 ? places.getOrDefault(key(x), 0) : 0;
    }

    /// The line whose move this is, as it came by the wire; 0 when it is none.
    int lineOf(String wire) {
        Matcher m = X.matcher(wire);
        return m.find() ? lineAt(Double.parseDouble(m.group(1))) : 0;
    }

    /// Lines that move, after `from` and up to `to`.
    List<Integer> movesIn(int from, int to) {
        return places.values().stream().filter(line -> line > from && line <= to).sorted().toList();
    }

    private static long key(double x) {
        return Math.round(x * 1000);
    }
}
