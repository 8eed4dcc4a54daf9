package org.commonwright.design.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.bom.diff.DocumentMatch;
import org.commonwright.bom.diff.Side;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.design.history.CellChange.Kind;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.FileHistory;
import org.commonwright.git.FileVersion;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Mailmap;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// The changes of one cell of a bill of materials, the newest first, through renamed files, moved rows and renamed columns. At a
/// merge a cell comes from whichever parent has its value; the merge itself set it only when none has.
public final class CellHistory implements AutoCloseable {
    private final GitRepository repository;
    private final FileHistory files;
    private final Mailmap mailmap;
    private final Progress progress;
    private final ListVersions lists;

    public CellHistory(GitRepository repository, CommitId at, Progress progress) {
        this.repository = repository;
        this.files = repository.fileHistory();
        this.mailmap = repository.history().mailmap(at);
        this.progress = progress;
        this.lists = new ListVersions(repository, files);
    }

    private record Cell(FileVersion version, ColumnMapping mapping, int line, int column) {}

    private record Before(Cell cell, @Nullable String value) {
        int line() {
            return cell.line();
        }

        int column() {
            return cell.column();
        }
    }

    /// @param line of [BomDocument], from 0, in the file as the commit has it
    /// @param column of [BomDocument], from 0
    /// @throws Fault `design.no-file-in-commit`, or what reading a bill of materials throws for the file in that commit
    public List<CellChange> of(CommitId at, RepoPath file, int line, int column) {
        FileVersion version = files.at(at, file)
                .orElseThrow(() -> new Fault("design.no-file-in-commit", file, at.abbreviated()));
        List<CellChange> changes = new ArrayList<>();
        Cell cell = new Cell(version, lists.mapping(version, ColumnMapping.NONE), line, column);
        while (cell != null) {
            cell = step(cell, changes);
        }
        return changes;
    }

    /// As above, for a cell of a document that may have been edited since the commit.
    ///
    /// @return empty for a cell that the commit does not have
    public List<CellChange> of(BomDocument shown, CommitId at, RepoPath file, int line, int column) {
        Optional<FileVersion> version = files.at(at, file);
        if (version.isEmpty()) {
            return List.of();
        }
        Side then = lists.side(version.get(), lists.mapping(version.get(), ColumnMapping.NONE));
        DocumentMatch match = DocumentMatch.between(then, Side.of(shown));
        int lineThen = match.lineBefore(line);
        int columnThen = match.columnBefore(column);
        return lineThen < 0 || columnThen < 0 ? List.of() : of(at, file, lineThen, columnThen);
    }

    /// @return where to look on; null at the cell's beginning
    private @Nullable Cell step(Cell cell, List<CellChange> changes) {
        FileVersion version = files.origin(cell.version(), progress);
        Side side = lists.side(version, cell.mapping());
        BomDocument document = side.document();
        String value = document.cell(cell.line(), cell.column());
        List<Before> parents = new ArrayList<>();
        for (FileVersion parent : files.parents(version)) {
            before(parent, side, cell).ifPresent(parents::add);
        }
        for (Before parent : parents) {
            if (value.equals(parent.value())) {
                return parent.cell();
            }
        }
        Before nearest = parents.stream().filter(parent -> parent.value() != null).findFirst()
                .or(() -> parents.stream().filter(parent -> parent.line() >= 0).findFirst())
                .or(() -> parents.stream().findFirst()).orElse(null);
        changes.add(change(version, document, cell, nearest, value));
        return nearest == null || nearest.value() == null ? null : nearest.cell();
    }

    /// A version that is no readable list tells nothing: the cell begins after it.
    private Optional<Before> before(FileVersion parent, Side after, Cell cell) {
        ColumnMapping mapping;
        Side side;
        try {
            mapping = lists.mapping(parent, cell.mapping());
            side = lists.side(parent, mapping);
        } catch (Fault _) {
            return Optional.empty();
        }
        DocumentMatch match = DocumentMatch.between(side, after);
        int line = match.lineBefore(cell.line());
        int column = match.columnBefore(cell.column());
        String value = line < 0 || column < 0 ? null : side.document().cell(line, column);
        return Optional.of(new Before(new Cell(parent, mapping, line, column), value));
    }

    private CellChange change(FileVersion version, BomDocument document, Cell cell, @Nullable Before before,
            String value) {
        CommitInfo commit = repository.history().commit(version.commit());
        Kind kind = before == null
                ? Kind.FILE_ADDED
                : before.line() < 0 ? Kind.ROW_ADDED : before.column() < 0 ? Kind.COLUMN_ADDED : Kind.SET;
        List<String> headers = document.columns();
        return new CellChange(version.commit(), mailmap.apply(commit.author()), commit.authored(), commit.message(),
                version.path(), document.rowNumber(cell.line()),
                cell.column() < headers.size() ? headers.get(cell.column()) : "", kind,
                before == null ? null : before.value(), value);
    }

    @Override
    public void close() {
        files.close();
    }
}
