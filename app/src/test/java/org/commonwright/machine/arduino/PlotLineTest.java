package org.commonwright.machine.arduino;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {"1 2.5 -3|[, , ]|[1.0, 2.5, -3.0]",
            "a:1,b:2|[a, b]|[1.0, 2.0]", "room temp: 21.5, humidity: 40|[room temp, humidity]|[21.5, 40.0]",
            "1e3\t.5|[, ]|[1000.0, 0.5]", "x:1 y:2|[x, y]|[1.0, 2.0]", "t:nan,u:1|[t, u]|[NaN, 1.0]",
            "hello yourself|[hello, yourself]|[]", "temperature is 21|[]|[]", "1,,2|[]|[]", "a:1,b|[]|[]",
            "12:30:05|[12:30]|[5.0]", "|[]|[]"})
    void theNumbersOfALine(String text, String labels, String values) {
        PlotLine line = PlotLine.of(text == null ? "" : text);
        assertEquals(labels, line.labels().toString());
        assertEquals(values, line.values().toString());
    }

    private static MonitorLine line(int number, String text) {
        return new MonitorLine(number, Instant.ofEpochMilli(number * 250L), false, text.getBytes());
    }

    @Test
    void aLineOfNamesNamesTheColumns() {
        var csv = new PlotCsv();
        assertEquals(List.of(), csv.rows(line(1, "left,=right")));
        assertEquals(List.of("seconds,left,'=right", "0.000,1,2.5"), csv.rows(line(2, "1,2.5")));
        assertEquals(List.of("0.250,3,"), csv.rows(line(3, "3,nan")));
        assertEquals(List.of(), csv.rows(line(4, "just remark")));
        assertEquals(List.of("seconds,left,'=right,\"a \"\"b\"\"\"", "0.750,4,5,6"),
                csv.rows(line(5, "4,5,a \"b\":6")));
    }
}
