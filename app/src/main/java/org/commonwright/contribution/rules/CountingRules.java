package org.commonwright.contribution.rules;

import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Decides for one commit's files which lines count. `linguist-generated`, `linguist-vendored` and `-diff` (also `binary`) in
/// `.gitattributes` take files out; `-linguist-generated`, `-linguist-vendored` or `=false` put files back in.
public final class CountingRules {
    private final Attributes attributes;

    public CountingRules(FileTree tree) {
        this.attributes = new Attributes(tree);
    }

    public boolean counts(RepoPath file) {
        return FileKinds.isFollowed(file) && isOwn(file) && !"false".equals(attributes.value(file, "diff"));
    }

    /// Whether the file is neither generated nor vendored, of whatever sort it is.
    public boolean isOwn(RepoPath file) {
        return !isSaid(file, "linguist-generated", FileKinds.isGenerated(file))
                && !isSaid(file, "linguist-vendored", FileKinds.isVendored(file));
    }

    private boolean isSaid(RepoPath file, String attribute, boolean otherwise) {
        @Nullable
        String value = attributes.value(file, attribute);
        return value == null ? otherwise : !value.equals("false");
    }
}
