package org.commonwright.contribution.pass;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.contribution.diff.TextLines;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.BlobReader;
import org.jspecify.annotations.Nullable;

/// Blobs as lines, the ones used last kept up to a limit. Whoever gives the reader closes it.
final class BlobTexts {
    static final long TOO_LARGE = 8L << 20;
    private static final int LOOKED_AT = 8000;
    private static final long KEPT = 64L << 20;

    private final BlobReader blobs;
    private final boolean ignoreSpace;
    private final long most;
    private final Map<String, TextLines> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> noText = new HashSet<>();
    private long weight;

    BlobTexts(BlobReader blobs, boolean ignoreSpace) {
        this(blobs, ignoreSpace, KEPT);
    }

    /// @param most how many bytes are kept
    BlobTexts(BlobReader blobs, boolean ignoreSpace, long most) {
        this.blobs = blobs;
        this.most = most;
        this.ignoreSpace = ignoreSpace;
    }

    boolean ignoresSpace() {
        return ignoreSpace;
    }

    /// The blob's lines; null when it is binary, too large, not in this store, or the pointer of a large file.
    @Nullable
    TextLines text(String blob) {
        TextLines known = kept.get(blob);
        if (known != null || noText.contains(blob)) {
            return known;
        }
        byte[] bytes = bytes(blob);
        if (bytes == null || isBinary(bytes) || LfsPointer.of(bytes).isPresent()) {
            noText.add(blob);
            return null;
        }
        return keep(blob, TextLines.of(bytes, ignoreSpace));
    }

    /// The bytes of any blob that is here and not too large, binary ones included; else none.
    byte[] content(String blob) {
        TextLines known = kept.get(blob);
        if (known != null) {
            return known.bytes();
        }
        byte[] bytes = bytes(blob);
        return bytes == null ? new byte[0] : bytes;
    }

    /// How many bytes [#content] gives.
    int size(String blob) {
        TextLines known = kept.get(blob);
        if (known != null) {
            return known.bytes().length;
        }
        try {
            long bytes = blobs.size(blob);
            return bytes > TOO_LARGE ? 0 : (int) bytes;
        } catch (Fault fault) {
            if (fault.code().equals("git.missing-object")) {
                missing.add(blob);
                return 0;
            }
            throw fault;
        }
    }

    /// Whether the blob is here and may be read.
    boolean isHere(String blob) {
        return kept.containsKey(blob) || bytes(blob) != null;
    }

    /// Blobs that are not in this store, as of a partial clone.
    Set<String> missing() {
        return missing;
    }

    /// As Git has it: a NUL near the beginning.
    static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private byte @Nullable [] bytes(String blob) {
        try {
            return blobs.read(blob, TOO_LARGE);
        } catch (Fault fault) {
            if (fault.code().equals("git.missing-object")) {
                missing.add(blob);
                return null;
            }
            if (fault.code().equals("files.too-large")) {
                return null;
            }
            throw fault;
        }
    }

    private TextLines keep(String blob, TextLines lines) {
        kept.put(blob, lines);
        weight += weight(lines);
        var oldest = kept.entrySet().iterator();
        while (weight > most && kept.size() > 2) {
            weight -= weight(oldest.next().getValue());
            oldest.remove();
        }
        return lines;
    }

    private static long weight(TextLines lines) {
        return lines.bytes().length + 12L * lines.count();
    }
}
