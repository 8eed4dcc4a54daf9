package org.commonwright.workbench.area;

import org.commonwright.model.RepoPath;

/// A file of the open design.
///
/// @param line from 1; 0 for none
public record FileSelection(RepoPath file, int line) implements Selection {}
