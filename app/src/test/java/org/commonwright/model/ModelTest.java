package org.commonwright.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
    @Test
    void moneyIsExact() {
        Money tenth = Money.of("0.10", "EUR");
        assertEquals(Money.of("1", "EUR"), tenth.times(BigDecimal.TEN));
        assertEquals("0.12 EUR", Money.of("0.125", "EUR").rounded().toString());
        assertThrows(IllegalArgumentException.class, () -> tenth.plus(Money.of("1", "USD")));
    }

    @Test
    void quantitiesConvertWithinTheirDimension() {
        assertEquals(Quantity.of("2.8", Unit.METRE),
                Quantity.of("2", Unit.METRE).plus(Quantity.of("800", Unit.MILLIMETRE)));
        assertEquals(Quantity.of("90", Unit.MINUTE), Quantity.of("1.5", Unit.HOUR).in(Unit.MINUTE));
        assertThrows(IllegalArgumentException.class, () -> Quantity.pieces(1).plus(Quantity.of("1", Unit.GRAM)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../../b", "/etc/passwd", "a//b", ".git/hooks/x", "a/.GIT/config", "C:/x", "a\\b",
            "a\nb", "."})
    void unsafePathsAreNone(String path) {
        assertFalse(RepoPath.isSafe(path));
        assertThrows(IllegalArgumentException.class, () -> new RepoPath(path));
    }

    @Test
    void pathsResolve() {
        RepoPath frame = RepoPath.ROOT.resolve("modules").resolve("frame");
        assertEquals("modules/frame", frame.text());
        assertEquals("modules", frame.parent().text());
        assertTrue(frame.isUnder(new RepoPath("modules")));
        assertFalse(new RepoPath("modules2").isUnder(new RepoPath("modules")));
    }

    @Test
    void conversionsAreExactInEveryDimension() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new java.util.Random(seed);
            Unit from = Unit.values()[random.nextInt(Unit.values().length)];
            var number = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(6));
            for (Unit to : Unit.values()) {
                if (to.dimension() != from.dimension()) {
                    assertThrows(IllegalArgumentException.class, () -> new Quantity(number, from).in(to));
                    continue;
                }
                BigDecimal there = new Quantity(number, from).in(to).number();
                BigDecimal left = there.multiply(to.numerator()).multiply(from.denominator());
                BigDecimal right = number.multiply(from.numerator()).multiply(to.denominator());
                assertTrue(left.subtract(right).abs().compareTo(right.movePointLeft(33)) <= 0,
                        "seed " + seed + " " + from + " " + to);
            }
        }
        assertEquals(Quantity.of("25.4", Unit.MILLIMETRE), Quantity.of("1", Unit.INCH).in(Unit.MILLIMETRE));
        assertEquals(Quantity.pieces(12), Quantity.of("1", Unit.DOZEN).in(Unit.PIECE));
        assertEquals(Quantity.of("90", Unit.SECOND), Quantity.of("1.5", Unit.MINUTE).in(Unit.SECOND));
    }
}
