package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.commonwright.review.mass.Densities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeshMassTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            PLA                    , 1.24
            PLA+ (black)           , 1.24
            PETG 3 walls           , 1.27
            Stainless steel A2     , 7.95
            Mild steel             , 7.85
            Aluminium 6082         , 2.70
            Acier inoxydable       , 7.95
            Contreplaqué 6 mm      , 0.68
            """)
    void usualMaterialsAreKnownByTheirWords(String material, double density) {
        assertEquals(OptionalDouble.of(density), Densities.of(material.strip()), material);
    }

    @ParameterizedTest
    @CsvSource({"PLA-CF", "Carbon fibre", "glass filled nylon", "unobtainium", "''", "plank", "PETG CF15"})
    void whatIsMixedOrUnknownHasNoDensity(String material) {
        assertEquals(OptionalDouble.empty(), Densities.of(material), material);
    }
}
