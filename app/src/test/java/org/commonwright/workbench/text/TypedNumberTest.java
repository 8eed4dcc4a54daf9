package org.commonwright.workbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TypedNumberTest {
    @Test
    void commaAndPointAreReadAndNothingElse() {
        assertEquals(OptionalDouble.of(-1.25), TypedNumber.read(" \u22121,25 "));
        assertEquals(OptionalDouble.of(3), TypedNumber.read("+3."));
        for (String none : List.of("", "1e3", "NaN", "1.2.3", "1 000", "1234567", "0x1")) {
            assertEquals(OptionalDouble.empty(), TypedNumber.read(none), none);
        }
        assertEquals(OptionalDouble.empty(), TypedNumber.notNegative("-0,1"));
        assertEquals(OptionalDouble.of(0.5), TypedNumber.notNegative("0,5"));
    }
}
