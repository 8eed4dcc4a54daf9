package org.commonwright.design.manifest;

import java.nio.charset.StandardCharsets;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;

/// One module taken from another repository, as `commons.lock` pins it.
///
/// @param name what a bill of materials calls it (`@name`)
/// @param repository a URL, or the name of a design in the workspace
/// @param path the module's folder in that repository
/// @param tree the Git tree hash of that folder in that commit
public record LockEntry(String name, String repository, RepoPath path, CommitId commit, String tree) {
    private static final int CHECK_DIGITS = 16;

    public LockEntry {
        if (!tree.matches("[0-9a-f]{40}")) {
            throw new IllegalArgumentException("not a tree hash: " + tree);
        }
    }

    /// The first sixteen digits of the SHA-256 over the other values, one a line: an entry that was changed by hand, or put
    /// together by a text merge, does not carry the right one.
    public String check() {
        String text = String.join("\n", name, repository, path.text(), commit.hex(), tree) + "\n";
        return ContentId.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, CHECK_DIGITS);
    }
}
