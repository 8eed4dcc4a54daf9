package org.commonwright.bom.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;

class CellCheckTest {
    private final BomDocument document = BomDocument.parse("bom.csv",
            "# mine\nPart,Quantity,Unit,Notes\nrod,2,m,\nnut,4,,\n".getBytes(StandardCharsets.UTF_8));

    private String wrong(int line, int column, String value) {
        return CellCheck.of(document, line, column, value).map(Messages.Key::key).orElse("");
    }

    @Test
    void saysWhatAQuantityWouldNotBeUnderstoodFor() {
        assertEquals("", wrong(0, 1, "0.8"));
        assertEquals("", wrong(1, 1, "1/2"));
        assertEquals("bom.quantity-unclear", wrong(1, 1, "many"));
        assertEquals("bom.cell-control", wrong(1, 3, "a\u0001"));
        assertEquals("bom.cell-too-long", wrong(1, 3, "a".repeat(40_000)));
    }

    @Test
    void saysNothingOfOtherCellsOrOfWhatBecomesNoLine() {
        assertEquals(Optional.empty(), CellCheck.of(document, 0, 3, "anything"));
        assertEquals("", wrong(0, 0, ""));
        assertEquals("", wrong(0, 0, "# remark"));
    }
}
