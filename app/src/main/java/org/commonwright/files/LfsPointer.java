package org.commonwright.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.model.ContentId;

/// The small text that stands in Git for a large file kept beside it: its SHA-256 and its size in bytes (Git LFS
/// specification, version 1). A pointer with extensions is not one of ours: what it names is not the file itself.
public record LfsPointer(ContentId oid, long size) {
    /// A pointer has fewer bytes than this.
    public static final int TOO_LONG = 1_024;

    private static final int SHORTEST = 126;
    private static final String VERSION = "version https://git-lfs.github.com/spec/v1";
    private static final Pattern OID = Pattern.compile("oid sha256:([0-9a-f]{64})");
    private static final Pattern SIZE = Pattern.compile("size ([0-9]{1,19})");
    private static final Pattern OTHER = Pattern.compile("([a-z0-9.-]+) [^\\p{Cntrl}]+");

    public LfsPointer {
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative: " + size);
        }
    }

    /// Whether a file of this many bytes can be a pointer at all.
    public static boolean canBe(long length) {
        return length >= SHORTEST - 1 && length < TOO_LONG;
    }

    /// The pointer that the bytes are; empty when they are none. Line ends of Windows and a missing last one are forgiven,
    /// as git-lfs does.
    public static Optional<LfsPointer> of(byte[] bytes) {
        if (!canBe(bytes.length)) {
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith(VERSION)) {
            return Optional.empty();
        }
        String[] lines = text.replace("\r\n", "\n").split("\n", -1);
        boolean ended = lines[lines.length - 1].isEmpty();
        String oid = null;
        String size = null;
        for (int i = 0; i < lines.length - (ended ? 1 : 0); i++) {
            var oidLine = OID.matcher(lines[i]);
            var sizeLine = SIZE.matcher(lines[i]);
            if (i == 0 ? !lines[i].equals(VERSION) : !OTHER.matcher(lines[i]).matches()) {
                return Optional.empty();
            } else if (lines[i].startsWith("ext-")) {
                return Optional.empty();
            } else if (oidLine.matches() && oid == null) {
                oid = oidLine.group(1);
            } else if (sizeLine.matches() && size == null) {
                size = sizeLine.group(1);
            }
        }
        return oid == null || size == null ? Optional.empty() : of(oid, size);
    }

    private static Optional<LfsPointer> of(String oid, String size) {
        try {
            return Optional.of(new LfsPointer(new ContentId(oid), Long.parseLong(size)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// The text as every program writes it, so that the same file always has the same pointer.
    public byte[] text() {
        return (VERSION + "\noid sha256:" + oid.hex() + "\nsize " + size + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
