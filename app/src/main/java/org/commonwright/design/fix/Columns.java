package org.commonwright.design.fix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.Column;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.Edit;

/// Where the columns of a table stand, by what they mean.
final class Columns {
    private Columns() {}

    /// The keys of the table's columns once those of `wanted` that it lacks are added.
    ///
    /// @param edits takes the edits that add them
    static List<String> with(BomDocument table, Collection<Column> wanted, List<Edit> edits) {
        List<String> keys = new ArrayList<>(table.columnKeys());
        for (Column column : wanted) {
            if (!keys.contains(column.header())) {
                edits.add(new Edit.AddColumn(keys.size(), column.header()));
                keys.add(column.header());
            }
        }
        return keys;
    }

    static BomDocument apply(BomDocument table, List<Edit> edits) {
        BomDocument now = table;
        for (Edit edit : edits) {
            now = now.apply(edit);
        }
        return now;
    }

    static List<Edit> set(BomDocument table, int line, Map<Column, String> cells) {
        List<Edit> edits = new ArrayList<>();
        List<String> keys = with(table, cells.keySet(), edits);
        cells.forEach((column, value) -> edits.add(new Edit.SetCell(line, keys.indexOf(column.header()), value)));
        return edits;
    }
}
