package org.commonwright.design;

import org.commonwright.files.FileTree;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// One state of one repository that modules are read from.
///
/// @param name what people call the design, where no manifest says better
/// @param repository the same text for every state of the same repository, such as the path of the local clone
/// @param commit null for a folder as it is on disk
/// @param own whether this is the design that is looked at, not one that it takes modules from
public record DesignSource(String name, String repository, @Nullable CommitId commit, FileTree tree, boolean own) {
    /// How a problem names one of its files: `bom.csv`, or `controller@1234567890:bom.csv` for another repository's.
    public String show(RepoPath file) {
        return own ? file.text() : name + "@" + (commit == null ? "" : commit.abbreviated()) + ":" + file.text();
    }
}
