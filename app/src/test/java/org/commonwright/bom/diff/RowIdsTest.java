package org.commonwright.bom.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.bom.edit.BomDocument;
import org.junit.jupiter.api.Test;

/// A line is known by the same whether all lines are read or it alone.
class RowIdsTest {
    private static BomDocument document(String text) {
        return BomDocument.parse("bom.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readByItselfALineIsKnownByTheSame() {
        long seed = Seed.chosen();
        var random = new Random(seed);
        for (String head : List.of("Reference,Value,Footprint,MPN,Manufacturer,DNP",
                "Part,Quantity,Unit,Notes,MPN,Maker",
                "Name;Qty;Designator;Description;Part number;Supplier")) {
            char delimiter = head.indexOf(';') < 0 ? ',' : ';';
            var text = new StringBuilder(head).append('\n');
            for (int row = 0; row < 40; row++) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < 6; column++) {
                    cells.add(List.of("R" + row + " R" + (row + 100), "10k", "", "n/a", "1.5", "\"a b\"", "M3x10", "#",
                            "Total", "3").get(random.nextInt(10)));
                }
                text.append(String.join(String.valueOf(delimiter), cells)).append('\n');
            }
            BomDocument document = document(text.toString());
            if (!document.isOneTable()) {
                continue;
            }
            List<RowId> whole = RowId.of(document);
            List<RowId> apart = RowIds.apart(document);
            for (int line = 0; line < document.size(); line++) {
                String hint = "seed " + seed + ": " + document.row(line).text() + " of\n" + text;
                assertEquals(whole.get(line).key(), apart.get(line).key(), hint);
                assertEquals(whole.get(line).name(), apart.get(line).name(), hint);
                assertEquals(whole.get(line).text(), apart.get(line).text(), hint);
            }
        }
    }

    @Test
    void linesUnderSeveralHeadersAreNotReadByThemselves() {
        assertTrue(document("Part,Quantity\nbolt,1\nnut,2\n").isOneTable());
        assertFalse(document("Part,Quantity\nbolt,1\nPart,Quantity\nnut,2\n").isOneTable());
        assertFalse(document("Name,Qty\nbolt,1\nDescription,Manufacturer,MPN,Qty\nnut,A,B,2\n").isOneTable());
    }
}
