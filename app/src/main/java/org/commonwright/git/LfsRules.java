package org.commonwright.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;

/// Writes down in `.gitattributes` which files are large, as `git lfs track` does.
final class LfsRules {
    private static final String NAME = ".gitattributes";
    private static final String RULE = " filter=lfs diff=lfs merge=lfs -text";
    private static final int LIMIT = 1 << 20;

    private LfsRules() {}

    /// @return whether the rule is new; what else stands in the file stays as it is, byte for byte
    static boolean add(Path folder, String pattern) {
        if (pattern.isBlank() || pattern.startsWith("!") || pattern.startsWith("\"") || pattern.endsWith("/")
                || pattern.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new Fault("git.lfs-bad-pattern", pattern.replaceAll("\\p{Cntrl}", "?"));
        }
        Path file = folder.resolve(NAME);
        String escaped = pattern.replace(" ", "[[:space:]]").replaceFirst("^#", "\\\\#");
        String written = new String(escaped.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return GitIo.call(file, () -> {
            String before = read(file);
            if (before.lines().anyMatch(line -> line.startsWith(written + " ") && line.contains("filter=lfs"))) {
                return false;
            }
            String end = before.contains("\r\n") ? "\r\n" : "\n";
            String glue = before.isEmpty() || before.endsWith("\n") ? "" : end;
            byte[] after = (before + glue + written + RULE + end).getBytes(StandardCharsets.ISO_8859_1);
            AtomicFiles.change(file, Files.exists(file) ? before.getBytes(StandardCharsets.ISO_8859_1) : null, after);
            return true;
        });
    }

    /// Byte by byte, so that it can be written back as it was whatever its encoding is.
    private static String read(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Fault("files.not-plain", file);
        }
        if (Files.size(file) > LIMIT) {
            throw new Fault("files.too-large", file, Files.size(file), LIMIT);
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
