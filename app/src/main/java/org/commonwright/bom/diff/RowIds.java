package org.commonwright.bom.diff;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.edit.BomDocument;
import org.jspecify.annotations.Nullable;

/// The identities of a document's lines, each worked out when it is asked for.
final class RowIds extends AbstractList<RowId> {
    private final BomDocument document;
    private final IntFunction<@Nullable BomLine> lines;
    private final @Nullable RowId[] known;

    private RowIds(BomDocument document, IntFunction<@Nullable BomLine> lines) {
        this.document = document;
        this.lines = lines;
        this.known = new RowId[document.size()];
    }

    RowIds(BomDocument document) {
        this(document, read(document)::get);
    }

    /// For whoever asks about few lines of many: each is read by itself.
    ///
    /// @param document one whose lines say the same by themselves ([BomDocument#isOneTable])
    static RowIds apart(BomDocument document) {
        return new RowIds(document, line -> document.readLine(line).orElse(null));
    }

    private static List<@Nullable BomLine> read(BomDocument document) {
        @Nullable
        BomLine[] lines = new BomLine[document.size()];
        for (BomLine line : document.read().lines()) {
            int at = document.lineAt(line.row());
            if (at >= 0) {
                lines[at] = line;
            }
        }
        return Arrays.asList(lines);
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
        BomLine line = lines.apply(index);
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
