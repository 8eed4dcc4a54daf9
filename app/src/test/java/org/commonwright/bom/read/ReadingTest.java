package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.Stream;
import org.commonwright.bom.NumberStyle;
import org.commonwright.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2|2 pcs", "2x|2 pcs", "x2|2 pcs", "2 ×|2 pcs", "3 pcs|3 pcs", "3 pcs.|3 pcs",
            "0.8 m|0.8 m", "0,8 m|0.8 m", "0,75|0.75 pcs", "1/2|0.5 pcs", "1 1/2 m|1.5 m", "½|0.5 pcs", "2½ kg|2.5 kg",
            "1 000|1000 pcs", "1'000|1000 pcs", "1,000.5|1000.5 pcs", "1.000,5|1000.5 pcs", "12,5000|12.5 pcs",
            "1,000|1000 pcs", "1.000|1 pcs", "1e3|1000 pcs", ".5|0.5 pcs", "4mm|4 mm", "0.5m2|0.5 m2", "2 m²|2 m2",
            "~2m|2 m", "about 30|30 pcs", "ca. 0,5 m|0.5 m", "100 g|100 g", "30 min|30 min", "+3|3 pcs",
            "2 Stück|2 pcs", "2 off|2 pcs", "3 u|3 pcs", "4 unités|4 pcs"})
    void readsAQuantity(String cell, String quantity) {
        var known = assertInstanceOf(QuantityReading.Known.class,
                new Quantities(NumberStyle.POINT).read(cell, "", Unit.PIECE), cell);
        assertEquals(quantity, known.quantity().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-3|bom.quantity-negative", "NaN|bom.quantity-unclear",
            "Infinity|bom.quantity-unclear", "1e308|bom.quantity-out-of-range", "1e999999|bom.quantity-unclear",
            "1e-300|bom.quantity-out-of-range", "two|bom.quantity-unclear", "1/0|bom.quantity-unclear",
            "2 rolls|bom.unit-unknown", "1,00,0|bom.quantity-unclear", "4 x 100 mm|bom.quantity-unclear",
            "2+1|bom.quantity-unclear", "1..2|bom.quantity-unclear", "1 0000|bom.quantity-unclear"})
    void saysWhyAQuantityIsNone(String cell, String code) {
        var unclear = assertInstanceOf(QuantityReading.Unclear.class,
                new Quantities(NumberStyle.POINT).read(cell, "", Unit.PIECE), cell);
        assertEquals(code, unclear.code());
    }

    @Test
    void aDashIsNoQuantity() {
        for (String cell : List.of("", " ", "-", "–", "n/a", "as needed", "?")) {
            assertInstanceOf(QuantityReading.Absent.class,
                    new Quantities(NumberStyle.POINT).read(cell, "", Unit.PIECE), cell);
        }
    }

    @Test
    void theColumnDecidesWhatACommaMeans() {
        assertEquals(NumberStyle.COMMA, NumberStyle.of(Stream.of("1", "0,5", "1,000")));
        assertEquals(NumberStyle.POINT, NumberStyle.of(Stream.of("1", "1,000", "0.5")));
        assertEquals("1", NumberStyle.COMMA.read("1,000").orElseThrow().number().stripTrailingZeros().toPlainString());
        assertEquals("1000", NumberStyle.COMMA.read("1.000").orElseThrow().number().toPlainString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"C1, C2;C3 C4|C1 C2 C3 C4", "C103-C105|C103 C104 C105", "D2-5|D2 D3 D4 D5",
            "D2..5|D2 D3 D4 D5", "D2...D4|D2 D3 D4", "R5 to R7|R5 R6 R7", "R5 – R7|R5 R6 R7",
            "R5 bis R7, R9|R5 R6 R7 R9",
            "BTN0-6|BTN0 BTN1 BTN2 BTN3 BTN4 BTN5 BTN6", "J3-1|J3-1", "C3-R5|C3-R5", "R01-R03|R01 R02 R03", "U1A|U1A",
            "R1-R900000|R1-R900000", "C4, C3,|C4 C3", "TP1+TP2|TP1 TP2", "Q1, 2,3|Q1 Q2 Q3", "1, 2, 3|1 2 3",
            "R1/R2|R1 R2", "I/O1|I/O1",
            "C103~C105|C103 C104 C105", "D2‥4|D2 D3 D4", "R7 & R8 and R9|R7 R8 R9", "J3-1, J3-2|J3-1 J3-2"})
    void readsReferences(String cell, String expanded) {
        assertEquals(List.of(expanded.split(" ")), References.read(cell, -1));
    }

    @Test
    void oneCellExpandsToABoundedNumber() {
        int many = References.read("A1-9000 B1-9000 C1-9000 D1-900", -1).size();
        assertEquals(9000 + 2 + 900, many);
    }

    @Test
    void theQuantityDecidesBetweenARangeAndAName() {
        assertEquals(List.of("J1-3"), References.read("J1-3", 1));
        assertEquals(List.of("J1", "J2", "J3"), References.read("J1-3", 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PTS645SL50SMTR92 LFS|1", "CC0603JRX7R8BB223 CX0603MRX7R8BB223|2",
            "2N7002P,215|1", "18650 3.7V 2200mAh|1", "CM7V-T1A-32.768k-9pF-20PPM-TA-QA T3|1", "M3- HFA2-S100-|1",
            "17-215UYC/S530-A3/TR8|1", "LM358; LM324|2", "LM358 / LM324|2", "BC847B or BC848B|2"})
    void findsTwoNumbersInOneCell(String cell, int count) {
        assertEquals(count, PartNumbers.split(cell).size());
    }
}
