package org.commonwright.files;

import java.util.List;
import org.commonwright.model.RepoPath;

/// A design's files as they are in one commit or in a folder: read-only, paths checked, links never followed.
public interface FileTree {
    /// Every regular file, sorted by path. Links and submodules are not in it; see [#links].
    List<RepoPath> files();

    /// Symbolic links and submodules, which are shown and never followed.
    List<RepoPath> links();

    boolean exists(RepoPath file);

    /// The file's size in bytes.
    ///
    /// @throws org.commonwright.error.Fault `files.missing` when there is no such file
    long size(RepoPath file);

    /// The file's bytes.
    ///
    /// @param limit the most bytes that the caller is ready to hold
    /// @throws org.commonwright.error.Fault `files.missing`, `files.too-large`, or that the object is not in this store
    byte[] read(RepoPath file, long limit);

    /// A name for the file's bytes that changes when they do (a Git blob id, or size and time in a folder): a cache's key.
    String fingerprint(RepoPath file);
}
