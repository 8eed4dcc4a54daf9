package org.commonwright.review;

import org.commonwright.bom.diff.CellConflict;
import org.commonwright.git.PathConflict;
import org.commonwright.model.RepoPath;

/// Something that both sides changed, each in its way, and that a person decides.
public sealed interface MergeConflict {
    RepoPath file();

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
