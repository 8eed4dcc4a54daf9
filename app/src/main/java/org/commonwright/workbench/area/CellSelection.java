package org.commonwright.workbench.area;

import org.commonwright.model.RepoPath;

/// A cell of a bill of materials of the open design.
///
/// @param row in the file, from 1
/// @param column in the file, from 1; 0 for the whole row
public record CellSelection(RepoPath file, int row, int column) implements Selection {}
