package org.commonwright.review;

import org.commonwright.bom.diff.CellConflict;
import org.commonwright.git.PathConflict;
import org.commonwright.model.RepoPath;

/// Something that both sides changed, each in its way, and that a person decides.
public sealed interface MergeConflict {
    RepoPath file();

    /// Whether what is decided about another one can change what will stand at this one: cells of one row stand together.
    default boolean standsWith(MergeConflict other) {
        return this instanceof Cell(var file, _, var cell) && other instanceof Cell(var same, _, var beside)
                ? cell.row() == beside.row() && file.equals(same)
                : equals(other);
    }

    /// A cell, or a row, of a bill of materials.
    ///
    /// @param index its place among the file's conflicts, from 0
    record Cell(RepoPath file, int index, CellConflict cell) implements MergeConflict {}

    /// Lines of a text.
    ///
    /// @param index its place among the file's conflicts, from 0
    record Text(RepoPath file, int index, String base, String ours, String theirs) implements MergeConflict {}

    /// A file that can only be taken whole: a mesh, a picture, one that a side removed.
    record Whole(RepoPath file, PathConflict path) implements MergeConflict {}
}
