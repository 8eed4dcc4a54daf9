package org.commonwright.design.fix;

import java.util.Arrays;
import java.util.Objects;
import org.commonwright.git.LineDiff;
import org.commonwright.git.TextDiff;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// A file before and after.
///
/// @param before null for a file that was not there
/// @param after null for one that is gone
public record ChangedFile(RepoPath file, byte @Nullable [] before, byte @Nullable [] after) {
    private static final byte[] NOTHING = {};

    /// The same change the other way.
    public ChangedFile back() {
        return new ChangedFile(file, after, before);
    }

    /// Its lines before and after; none for files that are no text.
    public TextDiff lines(int context) {
        byte[] a = before == null ? NOTHING : before;
        byte[] b = after == null ? NOTHING : after;
        return LineDiff.isBinary(a) || LineDiff.isBinary(b)
                ? TextDiff.of(NOTHING, NOTHING, 0)
                : TextDiff.of(a, b, context);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChangedFile(RepoPath path, byte[] a, byte[] b) && path.equals(file)
                && Arrays.equals(a, before) && Arrays.equals(b, after);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, Arrays.hashCode(before), Arrays.hashCode(after));
    }
}
