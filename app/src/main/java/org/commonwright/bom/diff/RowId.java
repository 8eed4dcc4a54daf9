package org.commonwright.bom.diff;

import java.util.List;
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
        return new RowIds(document);
    }

    /// What people call the row.
    String part() {
        return line == null ? text : line.part();
    }
}
