package org.commonwright.machine.pad;

import org.commonwright.machine.protocol.Position;

/// From how far sticks are pushed to where a machine is to go and how fast: left stick X and Y, right stick Z.
///
/// A stick that nobody touches stands a little off its middle, and a hand trembles. So there is a dead zone; the push grows
/// slowly at first (two thirds of it with the cube of the way); speed comes in twentieths and direction in steps of 15°, each kept until
/// the stick is clearly at another: a way that bends all the time would be driven from corner to corner
/// ([org.commonwright.machine.protocol.JogPilot]). Either the table moves or Z, whichever was pushed first.
final class Sticks {
    private static final double BEGINS = 0.20;
    private static final double ENDS = 0.15;
    /// Worn sticks reach no more.
    private static final double FULL = 0.95;
    private static final double CUBE = 2.0 / 3;
    private static final int SPEEDS = 20;
    private static final double LEAST = 0.02;
    private static final int WAYS = 24;
    /// How far off its way, in ways, a stick must be before it is on another.
    private static final double CLEARLY = 0.7;

    private enum Moves {
        NOTHING, TABLE, TOOL
    }

    private Moves moves = Moves.NOTHING;
    private int way;

    /// @return where to, as long as the part of the full speed; nothing in the dead zone
    Position push(PadInput input) {
        double table = Math.hypot(input.leftX(), input.leftY());
        double tool = Math.abs(input.rightY());
        double now = moves == Moves.TABLE ? table : tool;
        if (moves != Moves.NOTHING && now < ENDS) {
            moves = Moves.NOTHING;
        }
        if (moves == Moves.NOTHING && Math.max(table, tool) > BEGINS) {
            moves = table >= tool ? Moves.TABLE : Moves.TOOL;
            way = (int) Math.round(ways(input));
        }
        return switch (moves) {
            case NOTHING -> Position.ORIGIN;
            case TABLE -> along(input).times(speed(table));
            case TOOL -> new Position(0, 0, Math.signum(input.rightY()) * speed(tool));
        };
    }

    /// Both sticks are as if they had been let go.
    void rest() {
        moves = Moves.NOTHING;
    }

    private static double ways(PadInput input) {
        return Math.atan2(input.leftY(), input.leftX()) / (2 * Math.PI) * WAYS;
    }

    private Position along(PadInput input) {
        double off = Math.IEEEremainder(ways(input) - way, WAYS);
        if (Math.abs(off) > CLEARLY) {
            way = (int) Math.round(ways(input));
        }
        double angle = way * 2 * Math.PI / WAYS;
        return new Position(clean(Math.cos(angle)), clean(Math.sin(angle)), 0);
    }

    /// Straight ahead is straight ahead.
    private static double clean(double part) {
        return Math.abs(part) < 1e-9 ? 0 : part;
    }

    private static double speed(double push) {
        double part = Math.clamp((push - ENDS) / (FULL - ENDS), 0, 1);
        double shaped = (1 - CUBE) * part + CUBE * part * part * part;
        return Math.max(LEAST, Math.round(shaped * SPEEDS) / (double) SPEEDS);
    }
}
