package org.commonwright.review.comment;

import java.util.List;
import java.util.Optional;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.diff.DocumentMatch;
import org.commonwright.bom.diff.Side;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.review.file.SafeText;

/// Finds a cell in another version of its bill of materials: its row by the part, its column by meaning, header or content, wherever
/// both stand now.
final class CellFinder {
    private static final int GONE = -1;
    private static final int TWICE = -2;

    private final ReadRows now;
    private final Optional<ReadRows> then;
    private final Optional<DocumentMatch> match;

    /// @param then the version that the comment was made on, where it is here
    CellFinder(ReadRows now, Optional<ReadRows> then) {
        this.now = now;
        this.then = then;
        this.match = then
                .map(old -> DocumentMatch.between(Side.of(old.document()), Side.of(now.document())));
    }

    /// @param path where the file is now
    /// @param blob what it is now
    Placement find(Anchor.Cell was, RepoPath path, String blob) {
        int line = line(was);
        if (line < 0) {
            return Placement.gone(was, Messages.Key.of(line == TWICE ? "comments.row-twice" : "comments.row-gone",
                    SafeText.of(was.part())));
        }
        int column = column(was);
        if (column < 0 || column >= now.document().columns().size()) {
            return Placement.gone(was, Messages.Key.of("comments.column-gone", SafeText.of(was.column())));
        }
        Anchor.Cell here = now.cell(path, blob, line, column);
        return here.value().equals(was.value())
                ? Placement.kept(here)
                : Placement.changed(here, Messages.Key.of("comments.cell-changed", SafeText.of(was.value()),
                        SafeText.of(here.value())));
    }

    private int line(Anchor.Cell was) {
        int before = then.map(old -> old.document().lineAt(was.row())).orElse(GONE);
        return before >= 0 && then.orElseThrow().part(before).equals(was.part())
                ? match.orElseThrow().lineAfter(before)
                : byPart(was);
    }

    private int byPart(Anchor.Cell was) {
        PartKey key = was.mpn().isBlank()
                ? PartKey.named(was.part())
                : PartKey.numbered(was.manufacturer(), was.mpn());
        List<BomLine> same = now.lines().stream().filter(line -> line.key().equals(key)).toList();
        if (same.isEmpty()) {
            PartKey name = PartKey.named(was.part());
            same = now.lines().stream().filter(line -> PartKey.named(line.part()).equals(name)).toList();
        }
        return same.isEmpty() ? GONE : same.size() > 1 ? TWICE : now.document().lineAt(same.getFirst().row());
    }

    private int column(Anchor.Cell was) {
        int before = then.map(old -> old.document().columns().indexOf(was.column())).orElse(GONE);
        if (before >= 0) {
            return match.orElseThrow().columnAfter(before);
        }
        int named = was.meaning().isEmpty() ? GONE : now.document().columnKeys().indexOf(was.meaning());
        return named >= 0 ? named : now.document().columns().indexOf(was.column());
    }
}
