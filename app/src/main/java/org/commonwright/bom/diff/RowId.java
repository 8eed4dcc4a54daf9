package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.edit.BomDocument;
import org.jspecify.annotations.Nullable;

/// What a line is known by when it is looked for in another revision.
///
/// @param line what it says; null for a row that names no part
/// @param key its part; for a row that names none, its characters
/// @param name its part's name, normalised
record RowId(@Nullable BomLine line, PartKey key, String name, String text) {
    /// The identities of a document's lines, in their order.
    static List<RowId> of(BomDocument document) {
        Map<Integer, BomLine> byRow = new HashMap<>();
        document.read().lines().forEach(line -> byRow.put(line.row(), line));
        List<RowId> ids = new ArrayList<>(document.size());
        for (int i = 0; i < document.size(); i++) {
            BomLine line = byRow.get(document.rowNumber(i));
            String text = document.row(i).text();
            ids.add(line == null
                    ? new RowId(null, PartKey.named(text), "", text)
                    : new RowId(line, line.key(), PartKey.normalise(line.part()), text));
        }
        return ids;
    }

    /// What people call the row.
    String part() {
        return line == null ? text : line.part();
    }
}
