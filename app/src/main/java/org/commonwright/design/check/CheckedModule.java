package org.commonwright.design.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.read.OpenedBom;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignSource;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// A module with its bill of materials, read once for all checks.
///
/// @param bom with the lines of all assemblies that its file lists; null when it has none, one that cannot be read (which the
/// roll-up tells), or is itself one of those assemblies: its file is looked at once
/// @param editing the same to be edited, read again when something is found that can be put right; null where it is no table
/// in a folder that can be edited in place
record CheckedModule(DesignModule module, @Nullable Bom bom, @Nullable Editing editing) {
    /// A table to be edited, read when it is asked for: most checks find nothing, and it takes as much as the lines.
    static final class Editing {
        private final DesignSource source;
        private final RepoPath path;
        private @Nullable BomDocument read;

        Editing(DesignSource source, RepoPath path) {
            this.source = source;
            this.path = path;
        }

        BomDocument document() {
            BomDocument known = read;
            if (known == null) {
                known = DesignBoms.document(source.tree(), path, source.show(path));
                read = known;
            }
            return known;
        }
    }

    static CheckedModule of(DesignModule module) {
        RepoPath path = module.bom();
        if (path == null || !module.section().isEmpty()) {
            return new CheckedModule(module, null, null);
        }
        DesignSource source = module.source();
        try {
            OpenedBom opened = DesignBoms.open(source.tree(), path, source.show(path));
            Bom bom = opened.read();
            return opened instanceof OpenedBom.Table && source.commit() == null && bom.tables().size() == 1
                    ? new CheckedModule(module, bom, new Editing(source, path))
                    : new CheckedModule(module, bom, null);
        } catch (Fault _) {
            return new CheckedModule(module, null, null);
        }
    }

    /// The table to be edited; null where there is none.
    @Nullable
    BomDocument table() {
        return editing == null ? null : editing.document();
    }

    List<BomLine> lines() {
        return bom == null ? List.of() : bom.lines();
    }

    /// The folder that paths in its bill of materials count from.
    RepoPath folder() {
        RepoPath list = module.bom();
        return list == null ? module.path() : list.parent();
    }

    /// The file that a line names; empty when it is not there.
    Optional<RepoPath> file(String written) {
        return module.lineFile(written);
    }

    /// How a line of its bill of materials names a file.
    String written(RepoPath file) {
        return RelativePath.from(folder(), file);
    }

    Place place(BomLine line) {
        return Place.line(bom == null ? module.path().text() : bom.file(), line.row());
    }

    Place place(BomLine line, Column column) {
        return bom == null ? place(line) : bom.place(line, column);
    }

    Optional<BomLine> line(int row) {
        return lines().stream().filter(line -> line.row() == row).findFirst();
    }

    /// Whether its table has a column of this meaning.
    boolean has(Column column) {
        BomDocument table = table();
        return table != null && table.columnKeys().contains(column.header());
    }

    /// What stands in a line's cell, as it is written.
    String cell(BomLine line, Column column) {
        BomDocument table = table();
        if (table == null || !has(column)) {
            return "";
        }
        int at = table.lineAt(line.row());
        return at < 0 ? "" : table.cell(at, table.columnKeys().indexOf(column.header()));
    }

    /// The edit that sets a cell; empty where the bill of materials is not edited in place.
    Optional<FileEdit> set(BomLine line, Column column, String value) {
        SequencedMap<Column, String> cells = new LinkedHashMap<>();
        cells.put(column, value);
        return set(line, cells);
    }

    Optional<FileEdit> set(BomLine line, SequencedMap<Column, String> cells) {
        RepoPath path = module.bom();
        BomDocument table = table();
        int at = table == null ? -1 : table.lineAt(line.row());
        return table == null || path == null || at < 0
                ? Optional.empty()
                : Optional.of(new FileEdit.SetCells(path, line.row(), table.row(at).text(), cells));
    }

    Optional<FileEdit> remove(BomLine line) {
        RepoPath path = module.bom();
        BomDocument table = table();
        int at = table == null ? -1 : table.lineAt(line.row());
        return table == null || path == null || at < 0
                ? Optional.empty()
                : Optional.of(new FileEdit.RemoveRow(path, line.row(), table.row(at).text()));
    }

    /// The edit that adds a line; empty where that is not possible, or would change what other lines mean.
    Optional<FileEdit> add(SequencedMap<Column, String> cells) {
        RepoPath path = module.bom();
        SequencedMap<Column, String> written = new LinkedHashMap<>(cells);
        boolean counted = has(Column.QUANTITY);
        if (!counted && "1".equals(cells.get(Column.QUANTITY))) {
            written.remove(Column.QUANTITY);
        }
        BomDocument table = table();
        boolean possible = table != null && path != null && (has(Column.PART) || has(Column.VALUE))
                && (counted || !written.containsKey(Column.QUANTITY));
        return possible ? Optional.of(new FileEdit.AddRow(path, written)) : Optional.empty();
    }
}
