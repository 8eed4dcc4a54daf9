package org.commonwright.workbench.preview;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The small text that stands for a large file (Git LFS specification, version 1).
final class LfsPointer {
    private static final int LARGEST = 1_024;
    private static final Pattern FORM = Pattern.compile(
            "version https://git-lfs\\.github\\.com/spec/v1\n(?s:.*)oid sha256:[0-9a-f]{64}\nsize (\\d{1,18})\n(?s:.*)");

    private LfsPointer() {}

    /// The size of the file that the bytes stand for; empty when they are no pointer.
    static OptionalLong size(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return OptionalLong.empty();
        }
        Matcher matcher = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
