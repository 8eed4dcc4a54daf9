package org.commonwright.bom.diff;

import org.jspecify.annotations.Nullable;

/// A cell that both sides changed, each in its way; or a row or column that one side took out and the other changed. The
/// merged document has what `ours` says, or the row that was changed where the other side took it out.
///
/// @param part the part of the row; empty for a header
/// @param cell the column's header; empty for a whole row
/// @param base null where the common ancestor has no such cell
/// @param ours null where ours took it out
/// @param theirs null where theirs took it out
/// @param row the row in the merged document, from 1; 0 when it is not there
/// @param column the column in the merged document, from 0; -1 for a whole row and when it is not there
public record CellConflict(String part, String cell, @Nullable String base, @Nullable String ours,
        @Nullable String theirs, int row, int column) {}
