package org.commonwright.bom.diff;

import java.util.AbstractList;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.edit.BomDocument;
import org.jspecify.annotations.Nullable;

/// The identities of a document's lines, each worked out when it is asked for.
final class RowIds extends AbstractList<RowId> {
    private final BomDocument document;
    private final @Nullable BomLine[] lines;
    private final @Nullable RowId[] known;

    RowIds(BomDocument document) {
        this.document = document;
        this.lines = new BomLine[document.size()];
        this.known = new RowId[document.size()];
        for (BomLine line : document.read().lines()) {
            int at = document.lineAt(line.row());
            if (at >= 0) {
                lines[at] = line;
            }
        }
    }

    @Override
    public RowId get(int index) {
        RowId id = known[index];
        if (id == null) {
            id = of(index);
            known[index] = id;
        }
        return id;
    }

    private RowId of(int index) {
        BomLine line = lines[index];
        String text = document.row(index).text();
        return line == null
                ? new RowId(null, PartKey.named(text), "", text)
                : new RowId(line, line.key(), PartKey.normalise(line.part()), text);
    }

    @Override
    public int size() {
        return known.length;
    }
}
