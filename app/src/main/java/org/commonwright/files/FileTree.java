package org.commonwright.files;

import java.util.List;
import java.util.Optional;
import org.commonwright.model.RepoPath;

/// A design's files as they are in one commit or in a folder: read-only, paths checked, links never followed. A large file that
/// Git keeps elsewhere (Git LFS) is read as what it holds, never as the text of its pointer.
public interface FileTree {
    /// Every regular file, sorted by path. Links and submodules are not in it; see [#links].
    List<RepoPath> files();

    /// Symbolic links and submodules, which are shown and never followed.
    List<RepoPath> links();

    boolean exists(RepoPath file);

    /// The file's size in bytes, whether its content is here or not.
    ///
    /// @throws org.commonwright.error.Fault `files.missing` when there is no such file
    long size(RepoPath file);

    /// The file's bytes.
    ///
    /// @param limit the most bytes that the caller is ready to hold
    /// @throws org.commonwright.error.Fault `files.missing`, `files.too-large`, `files.kept-elsewhere` for a large file
    ///         that was not fetched, or that the object is not in this store
    byte[] read(RepoPath file, long limit);

    /// What stands for a large file whose content is not on this machine, which is a normal state; empty for one that can be
    /// read.
    Optional<LfsPointer> away(RepoPath file);

    /// A name for the file's bytes that changes when they do (a Git blob id, or size and time in a folder): a cache's key.
    String fingerprint(RepoPath file);
}
