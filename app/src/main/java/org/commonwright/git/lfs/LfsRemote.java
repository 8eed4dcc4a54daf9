package org.commonwright.git.lfs;

import java.util.Collection;
import org.commonwright.files.LfsPointer;
import org.commonwright.task.Progress;

/// Another place that keeps contents of large files. What concerns one file is in the result; a [org.commonwright.error.Fault]
/// is thrown for what concerns all: `git.remote-lfs-…` and `git.remote-credentials`.
public interface LfsRemote extends AutoCloseable {
    /// Fetches contents into a store. Each is there whole and checked, or not at all.
    LfsResult download(Collection<LfsPointer> wanted, LfsStore store, Progress progress);

    /// Brings contents there, those that it has already excepted. One that neither side has is among the failed.
    LfsResult upload(Collection<LfsPointer> offered, LfsStore store, Progress progress);

    @Override
    void close();
}
