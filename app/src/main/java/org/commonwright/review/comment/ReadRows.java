package org.commonwright.review.comment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.model.RepoPath;

/// A bill of materials with what its rows say, read once.
final class ReadRows {
    private final BomDocument document;
    private final Map<Integer, BomLine> byRow = new LinkedHashMap<>();

    ReadRows(BomDocument document) {
        this.document = document;
        document.read().lines().forEach(line -> byRow.put(line.row(), line));
    }

    BomDocument document() {
        return document;
    }

    Collection<BomLine> lines() {
        return byRow.values();
    }

    /// What a row calls its part; where it names none, its characters.
    String part(int line) {
        BomLine read = byRow.get(document.rowNumber(line));
        return read == null ? document.row(line).text().strip() : read.part();
    }

    /// The line of a part, the first where several name it.
    OptionalInt line(String part) {
        PartKey wanted = PartKey.named(part);
        return IntStream.range(0, document.size()).filter(line -> PartKey.named(part(line)).equals(wanted)).findFirst();
    }

    /// A cell as a comment is about it.
    Anchor.Cell cell(RepoPath path, String blob, int line, int column) {
        Optional<BomLine> read = Optional.ofNullable(byRow.get(document.rowNumber(line)));
        return new Anchor.Cell(path, blob, part(line), read.map(BomLine::manufacturer).orElse(""),
                read.map(BomLine::mpn).orElse(""), document.columns().get(column), document.columnKeys().get(column),
                document.cell(line, column), document.rowNumber(line));
    }
}
