package org.commonwright.design;

import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.files.LfsPointer;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;

/// A tree as it would be with other bytes in one of its files.
///
/// @param file one that is there
record OverlayTree(FileTree below, RepoPath file, byte[] bytes) implements FileTree {
    @Override
    public List<RepoPath> files() {
        return below.files();
    }

    @Override
    public List<RepoPath> links() {
        return below.links();
    }

    @Override
    public boolean exists(RepoPath path) {
        return below.exists(path);
    }

    @Override
    public long size(RepoPath path) {
        return path.equals(file) ? bytes.length : below.size(path);
    }

    @Override
    public byte[] read(RepoPath path, long limit) {
        if (!path.equals(file)) {
            return below.read(path, limit);
        }
        if (bytes.length > limit) {
            throw new Fault("files.too-large", path, bytes.length, limit);
        }
        return bytes.clone();
    }

    @Override
    public Optional<LfsPointer> away(RepoPath path) {
        return path.equals(file) ? Optional.empty() : below.away(path);
    }

    @Override
    public String fingerprint(RepoPath path) {
        return path.equals(file) ? ContentId.of(bytes).hex() : below.fingerprint(path);
    }
}
