package org.commonwright.contribution.cells;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.diff.DocumentMatch;
import org.commonwright.bom.diff.Side;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.contribution.cells.KnownCells.Found;
import org.commonwright.design.history.ListVersions;
import org.commonwright.error.Fault;
import org.commonwright.git.FileHistory;
import org.commonwright.git.FileVersion;
import org.commonwright.git.GitRepository;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// The origins of all cells of one list: its versions in the whole history graph, the oldest first, each compared with those that
/// it was made of. A row is found again by its part and a column by what it means, so that a row that moved, a column that moved
/// and a header that was renamed keep their cells' origins. At a merge a cell comes from the first parent that has its value; the
/// merge itself set what none has.
final class CellPass {
    private static final int UNSET = -2;

    private final FileHistory files;
    private final VersionOrigins origins;
    private final ListVersions lists;
    private final Progress progress;
    private final Map<FileVersion, Node> nodes = new HashMap<>();
    private final Map<FileVersion, CellOrigins> cells = new HashMap<>();
    private final Map<FileVersion, Integer> childrenLeft = new HashMap<>();

    private record Node(FileVersion version, ColumnMapping mapping, List<FileVersion> parents) {}

    CellPass(GitRepository repository, FileHistory files, VersionOrigins origins, Progress progress) {
        this.files = files;
        this.origins = origins;
        this.lists = new ListVersions(repository, files);
        this.progress = progress;
    }

    /// @throws Fault what reading the list throws
    Found read(FileVersion tip) {
        FileVersion last = origins.of(tip, progress);
        collect(last);
        List<Node> order = new ArrayList<>(nodes.values());
        order.sort(Comparator.comparingInt(node -> origins.number(node.version.commit())));
        for (int i = 0; i < order.size(); i++) {
            Node node = order.get(i);
            progress.update((double) i / order.size());
            progress.check();
            if (!cells.containsKey(node.version)) {
                CellOrigins found = node.version.equals(last) ? compare(node) : compareIfReadable(node);
                if (found != null) {
                    cells.put(node.version, found);
                }
            }
            node.parents.forEach(this::done);
        }
        return new Found(last, cells.get(last));
    }

    private void done(FileVersion parent) {
        if (childrenLeft.merge(parent, -1, Integer::sum) == 0) {
            cells.remove(parent);
        }
    }

    /// All versions that a version was made of, down to those whose cells are known.
    private void collect(FileVersion last) {
        record Ask(FileVersion version, ColumnMapping later) {}
        Deque<Ask> todo = new ArrayDeque<>(List.of(new Ask(last, ColumnMapping.NONE)));
        while (!todo.isEmpty()) {
            progress.check();
            Ask ask = todo.pop();
            if (nodes.containsKey(ask.version)) {
                continue;
            }
            ColumnMapping mapping = mapping(ask.version, ask.later);
            CellOrigins known = origins.known(ask.version);
            List<FileVersion> parents = known != null
                    ? List.of()
                    : files.parents(ask.version).stream().map(parent -> origins.of(parent, progress)).distinct()
                            .toList();
            if (known != null) {
                cells.put(ask.version, known);
            }
            nodes.put(ask.version, new Node(ask.version, mapping, parents));
            for (FileVersion parent : parents) {
                childrenLeft.merge(parent, 1, Integer::sum);
                todo.push(new Ask(parent, mapping));
            }
        }
    }

    /// What cannot be read about the columns of an old version was not said.
    private ColumnMapping mapping(FileVersion version, ColumnMapping later) {
        try {
            return lists.mapping(version, later);
        } catch (Fault fault) {
            if (fault.code().equals("task.cancelled")) {
                throw fault;
            }
            return later;
        }
    }

    /// A version that is no readable list tells nothing: its cells begin after it.
    private @Nullable CellOrigins compareIfReadable(Node node) {
        try {
            return compare(node);
        } catch (Fault fault) {
            if (fault.code().equals("task.cancelled")) {
                throw fault;
            }
            return null;
        }
    }

    private CellOrigins compare(Node node) {
        Side after = lists.side(node.version, node.mapping);
        BomDocument document = after.document();
        int[][] commits = new int[document.size()][];
        for (FileVersion parent : node.parents) {
            CellOrigins from = cells.get(parent);
            if (from != null) {
                progress.check();
                inherit(commits, lists.side(parent, nodes.get(parent).mapping), after, from);
            }
        }
        int own = origins.number(node.version.commit());
        for (int line = 0; line < commits.length; line++) {
            int[] row = commits[line] == null ? unset(document, line) : commits[line];
            for (int column = 0; column < row.length; column++) {
                row[column] = row[column] == UNSET ? own : row[column];
            }
            commits[line] = row;
        }
        return new CellOrigins(commits);
    }

    private static int[] unset(BomDocument document, int line) {
        int[] row = new int[document.row(line).size()];
        for (int column = 0; column < row.length; column++) {
            row[column] = document.cell(line, column).isEmpty() ? CellOrigins.NOBODY : UNSET;
        }
        return row;
    }

    /// A row that stands in a parent to the character shares that one's origins: all of them are known, and none is changed again.
    private static void inherit(int[][] commits, Side before, Side after, CellOrigins from) {
        DocumentMatch match = DocumentMatch.between(before, after).whole();
        for (int line = 0; line < commits.length; line++) {
            int lineBefore = match.lineBefore(line);
            if (lineBefore >= 0 && commits[line] == null && match.isSame(lineBefore, line)) {
                commits[line] = from.commits()[lineBefore];
            } else if (lineBefore >= 0) {
                int[] row = commits[line] == null ? unset(after.document(), line) : commits[line];
                inherit(row, match, before, lineBefore, after, line, from);
                commits[line] = row;
            }
        }
    }

    private static void inherit(int[] row, DocumentMatch match, Side before, int lineBefore, Side after, int line,
            CellOrigins from) {
        for (int column = 0; column < row.length; column++) {
            int columnBefore = row[column] == UNSET ? match.columnBefore(column) : -1;
            if (columnBefore >= 0 && before.document().cell(lineBefore, columnBefore)
                    .equals(after.document().cell(line, column))) {
                int origin = from.commit(lineBefore, columnBefore);
                row[column] = origin == CellOrigins.NOBODY ? UNSET : origin;
            }
        }
    }
}
