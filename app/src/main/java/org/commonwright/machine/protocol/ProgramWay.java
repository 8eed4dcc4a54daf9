package org.commonwright.machine.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonwright.gcode.Plane;
import org.jspecify.annotations.Nullable;

/// Follows where a program's lines lead, as far as they say so themselves.
final class ProgramWay {
    private static final double INCH = 25.4;
    /// Orders that leave the tool and its coordinates where they are.
    private static final Set<Double> STANDING = Set.of(3.0, 4.0, 5.0, 7.0, 8.0, 9.0, 73.0, 82.0, 83.0, 104.0, 105.0,
            106.0,
            107.0, 109.0, 117.0, 118.0, 140.0, 190.0, 201.0, 203.0, 204.0, 205.0, 220.0, 221.0, 400.0, 900.0);
    private static final Set<Double> HARMLESS = Set.of(4.0, 17.0, 18.0, 19.0, 40.0, 61.0, 64.0, 91.1);

    private final boolean mill;
    private final @Nullable ArcLegs arcs;
    private final double[] place = {Double.NaN, Double.NaN, Double.NaN};
    private double unit;
    private int motion = -1;
    /// 90, 91, or 0 for not said.
    private int distances;
    private boolean movedZero;
    /// mm/s; without end where it was not said, or where it counts otherwise.
    private double feed = Double.POSITIVE_INFINITY;
    private double slowest = Double.POSITIVE_INFINITY;
    /// Whether a feed is a speed (`G94`), not the time that a move takes.
    private boolean speeds = true;
    /// Of the line under way.
    private final double[] axes = new double[3];
    private boolean named;
    private boolean curve;
    private boolean extrudes;
    private boolean zero;
    private boolean strange;
    private boolean order;
    private double feedWord;
    private final double[] centre = new double[3];
    private double radius;
    private boolean turns;
    /// 17, 18, 19, or 0 for not said.
    private int plane;

    /// @param mill as GRBL has it: several words of all kinds in a line, millimetres when it says so; else as Marlin has it, one
    ///         order and its own words
    /// @param arcs cuts arcs into legs; null where an arc may lead anywhere
    ProgramWay(boolean mill, @Nullable ArcLegs arcs) {
        this.mill = mill;
        this.arcs = arcs;
        this.unit = mill ? Double.NaN : 1;
    }

    /// The machine stands here before the first line.
    void start(Position at) {
        place[0] = at.x();
        place[1] = at.y();
        place[2] = at.z();
    }

    /// @return the line's legs, more than one for an arc; none when it does not move
    List<Leg> read(int number, String line) {
        movedZero = false;
        words(line);
        if (feedWord > 0) {
            feed = speeds && !Double.isNaN(unit) ? feedWord * unit / 60 : Double.POSITIVE_INFINITY;
            slowest = Math.min(slowest, feedWord / 60);
        }
        boolean onlyFilament = zero && extrudes && !named;
        if (strange || zero && !onlyFilament) {
            movedZero = true;
            forget();
            return List.of(Leg.anywhere(number));
        }
        if (onlyFilament || order && !mill || !named && !extrudes && !curve) {
            return List.of();
        }
        if (named && (motion < 0 || distances == 0)) {
            forget();
            return List.of(Leg.anywhere(number));
        }
        Position from = position();
        for (int axis = 0; axis < place.length; axis++) {
            if (!Double.isNaN(axes[axis])) {
                place[axis] = (distances == 90 ? 0 : place[axis]) + axes[axis] * unit;
            }
        }
        double speed = motion > 0 && speeds ? feed : Double.POSITIVE_INFINITY;
        if (motion == 2 || motion == 3) {
            List<Leg> legs = arc(number, from, speed);
            return legs.isEmpty() ? List.of(new Leg(number, from, position(), false, speed, 0)) : legs;
        }
        return List.of(new Leg(number, from, position(), motion == 0 || motion == 1, speed, 0));
    }

    private List<Leg> arc(int number, Position from, double speed) {
        Position to = position();
        if (arcs == null || plane == 0 || turns || extrudes) {
            return List.of();
        }
        boolean clockwise = motion == 2;
        Optional<Helix> helix = Double.isNaN(radius)
                ? Optional.of(Helix.byCentre(from, to, Plane.of(plane), clockwise,
                        new Position(centre[0], centre[1], centre[2]).times(unit)))
                : Helix.byRadius(from, to, Plane.of(plane), clockwise, radius * unit);
        return helix.map(way -> arcs.of(number, way, speed)).orElse(List.of());
    }

    /// The lowest feed so far, mm/s, or less; without end where none was said.
    double slowest() {
        return slowest;
    }

    /// Whether the line read last may have changed from where places are counted.
    boolean hasMovedItsZero() {
        return movedZero;
    }

    private void words(String line) {
        axes[0] = axes[1] = axes[2] = Double.NaN;
        feedWord = 0;
        centre[0] = centre[1] = centre[2] = 0;
        radius = Double.NaN;
        turns = false;
        named = curve = extrudes = zero = strange = order = false;
        var words = new Words(line.indexOf(' ') < 0 ? line : line.replace(" ", ""));
        while (words.next()) {
            word(words.letter(), words.value());
            if (order && !mill) {
                // What follows are settings, or a text for people.
                return;
            }
        }
        strange |= words.malformed();
    }

    private void word(char letter, double value) {
        switch (letter) {
            case 'G' -> mode(value);
            case 'M' -> order(value);
            case 'X', 'Y', 'Z' -> {
                axes[letter - 'X'] = value;
                named = true;
            }
            case 'I', 'J', 'K' -> {
                centre[letter - 'I'] = value;
                curve = true;
            }
            case 'R' -> {
                radius = value;
                curve = true;
            }
            case 'E' -> extrudes = true;
            case 'F' -> feedWord = value;
            // Of an arc, how often it goes round.
            case 'P' -> turns = true;
            case 'S', 'N' -> {
                // They change how, not where.
            }
            // Tools, further axes, and whatever else.
            default -> strange = true;
        }
    }

    private void order(double m) {
        order = true;
        strange |= !STANDING.contains(m);
        if (m == 2 || m == 30) {
            distances = 0;
        }
    }

    private void mode(double g) {
        if (g == 0 || g == 1 || g == 2 || g == 3) {
            motion = (int) g;
        } else if (g == 90 || g == 91) {
            distances = (int) g;
        } else if (g == 20 || g == 21) {
            unit = g == 21 ? 1 : mill ? INCH : Double.NaN;
        } else if (g >= 93 && g <= 95) {
            speeds = g == 94;
            strange |= g != 94;
        } else if (g >= 17 && g <= 19) {
            plane = (int) g;
        } else if (g == 92) {
            zero = true;
        } else if (!HARMLESS.contains(g)) {
            // Probing and cycles are motions, too, until another is named.
            motion = g >= 38 && g < 39 || g >= 5 && g < 6 || g >= 73 && g < 90 ? -1 : motion;
            strange = true;
        }
    }

    private Position position() {
        return new Position(place[0], place[1], place[2]);
    }

    private void forget() {
        place[0] = place[1] = place[2] = Double.NaN;
    }
}
