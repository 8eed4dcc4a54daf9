package org.commonwright.review.fork;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.model.RepoPath;

/// What a commit changes against another: the part of a fork's figures that depends on these two alone.
///
/// @param size how much
/// @param leftOut changes whose path is not safe, which are left out
/// @param missing files whose content is not here
/// @param passed files that were not measured, since all forks together change more than is measured in one look
/// @param strange a path that is no UTF-8, escaped; empty when there is none
/// @param files each that differs
record ForkChanges(ForkSize size, int leftOut, int missing, int passed, String strange, List<Changed> files) {
    ForkChanges {
        files = List.copyOf(files);
    }

    /// @param blob what the file is afterwards; empty when it is gone
    /// @param isNew whether it was not there before
    record Changed(RepoPath path, String blob, boolean isNew) {}

    /// The blob of each path afterwards, empty where it is gone.
    Map<RepoPath, String> blobs() {
        var blobs = new HashMap<RepoPath, String>();
        files.forEach(file -> blobs.put(file.path(), file.blob()));
        return blobs;
    }
}
