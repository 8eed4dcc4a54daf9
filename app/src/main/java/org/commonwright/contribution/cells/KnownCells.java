package org.commonwright.contribution.cells;

import java.util.Map;
import org.commonwright.git.FileVersion;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// What an earlier reading found for the lists of one commit.
record KnownCells(CommitId tip, Map<RepoPath, Found> lists) {
    /// The cells of one list.
    ///
    /// @param version the commit from which the list has its bytes, and its name there
    record Found(FileVersion version, CellOrigins cells) {}
}
