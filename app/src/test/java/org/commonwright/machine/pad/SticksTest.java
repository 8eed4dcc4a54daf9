package org.commonwright.machine.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.commonwright.Seed;
import org.commonwright.machine.protocol.Position;
import org.junit.jupiter.api.Test;

class SticksTest {
    private final Sticks sticks = new Sticks();

    private Position push(double x, double y, double z) {
        return sticks.push(new PadInput(x, y, 0, z, Set.of()));
    }

    @Test
    void aStickThatNobodyTouchesMovesNothing() {
        long seed = Seed.chosen();
        var random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            double far = 0.19 * random.nextDouble();
            double angle = 2 * Math.PI * random.nextDouble();
            assertEquals(Position.ORIGIN,
                    push(far * Math.cos(angle), far * Math.sin(angle), 0.38 * random.nextDouble() - 0.19),
                    "seed " + seed);
        }
    }

    @Test
    void itStartsSlowlyAndReachesAll() {
        assertEquals(new Position(1, 0, 0), push(0.97, 0, 0));
        push(0, 0, 0);
        double a = push(0.25, 0, 0).x();
        double b = push(0.55, 0, 0).x();
        double c = push(0.8, 0, 0).x();
        assertTrue(a > 0 && a <= 0.06 && b > a && b < 0.3 && c > b && c < 0.75, a + " " + b + " " + c);
        assertEquals(-1, push(-1, 0, 0).x());
        assertEquals(1, push(1, 1, 0).length(), 1e-9, "no faster along the diagonal");
    }

    @Test
    void aTremblingHandGoesStraight() {
        long seed = Seed.chosen();
        var random = new Random(seed);
        Set<Position> ways = new HashSet<>();
        push(0, 0.99, 0);
        for (int i = 0; i < 500; i++) {
            Position push = push(0.15 * random.nextDouble() - 0.075, 0.96 + 0.04 * random.nextDouble(), 0);
            ways.add(push.times(1 / push.length()));
        }
        assertEquals(Set.of(new Position(0, 1, 0)), ways, "seed " + seed);
        Position slanted = push(0.7, 0.7, 0);
        assertEquals(slanted.x(), slanted.y(), 1e-9);
    }

    @Test
    void eitherTheTableMovesOrTheTool() {
        assertEquals(new Position(0, 0, 1), push(0.1, 0, 1));
        assertEquals(new Position(0, 0, -1), push(0.9, 0, -1), "it keeps to what it began with");
        assertEquals(new Position(1, 0, 0), push(1, 0, 0.05));
        sticks.rest();
        assertEquals(Position.ORIGIN, push(0.18, 0, 0));
    }
}
