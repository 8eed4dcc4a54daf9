package org.commonwright.contribution.cells;

/// For each cell of a list the commit that set it last, as a number of the pass's commit table.
///
/// @param commits line after line, as [org.commonwright.bom.edit.BomDocument] counts them; [#NOBODY] for an empty cell. Not to be
///        changed
record CellOrigins(int[][] commits) {
    static final int NOBODY = -1;

    /// [#NOBODY] also for a cell that the list does not have.
    int commit(int line, int column) {
        return line >= 0 && line < commits.length && column >= 0 && column < commits[line].length
                ? commits[line][column]
                : NOBODY;
    }
}
