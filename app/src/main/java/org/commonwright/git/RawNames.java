package org.commonwright.git;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jgit.treewalk.TreeWalk;

/// Names as a tree holds them. One that is not UTF-8 is shown as some other name would be; escaped it is itself.
final class RawNames {
    private RawNames() {}

    /// Whether the path that a walk stands on is no UTF-8.
    static boolean isStrange(TreeWalk at) {
        return !Arrays.equals(at.getRawPath(), at.getPathString().getBytes(StandardCharsets.UTF_8));
    }

    /// As Git shows it: bytes beyond printable ASCII as three octal digits behind a backslash.
    static String escaped(byte[] name) {
        var text = new StringBuilder();
        for (byte b : name) {
            int value = b & 0xff;
            if (value < ' ' || value > '~' || value == '\\') {
                text.append('\\').append(String.format("%03o", value));
            } else {
                text.append((char) value);
            }
        }
        return text.toString();
    }
}
