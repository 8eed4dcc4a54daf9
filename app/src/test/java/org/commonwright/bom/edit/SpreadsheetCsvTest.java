package org.commonwright.bom.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetCsvTest {
    @Test
    void formulasAreShownAndNumbersStay() {
        assertEquals("'=1+1,-3.5,'-x,+4,'@a,1e3,'\tb\r\n\"a,b\",\"'=\"\"\"\"\",,\"q\"\"\"\r\n",
                SpreadsheetCsv.write(List.of(List.of("=1+1", "-3.5", "-x", "+4", "@a", "1e3", "\tb"),
                        List.of("a,b", "=\"\"", "", "q\""))));
    }
}
