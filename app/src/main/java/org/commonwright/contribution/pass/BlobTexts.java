package org.commonwright.contribution.pass;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.contribution.diff.TextLines;
import org.commonwright.contribution.rules.MachineText;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.BlobReader;
import org.jspecify.annotations.Nullable;

/// Blobs as lines, the ones used last kept up to a limit. One for all threads of a pass, so that each version of a file is put together
/// once, from those before it; whoever gives the reader closes it, when none of them reads any more.
final class BlobTexts {
    static final long TOO_LARGE = 8L << 20;
    private static final int LOOKED_AT = 8000;
    private static final long KEPT = 96L << 20;

    private final BlobReader blobs;
    private final boolean ignoreSpace;
    private final Map<String, TextLines> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> noText = new HashSet<>();
    private final Set<String> machines = new HashSet<>();
    private long weight;

    BlobTexts(BlobReader blobs, boolean ignoreSpace) {
        this.blobs = blobs;
        this.ignoreSpace = ignoreSpace;
    }

    /// The blob's lines; null when it is binary, too large, not in this store, the pointer of a large file, or a program's.
    @Nullable
    TextLines text(String blob) {
        return text(blob, null);
    }

    /// @param like another version of the file, which makes it faster
    @Nullable
    synchronized TextLines text(String blob, @Nullable TextLines like) {
        TextLines known = kept.get(blob);
        if (known != null || noText.contains(blob)) {
            return known;
        }
        byte[] bytes = bytes(blob);
        boolean text = bytes != null && !isBinary(bytes) && LfsPointer.of(bytes).isEmpty();
        if (!text || MachineText.is(bytes)) {
            noText.add(blob);
            if (text) {
                machines.add(blob);
            }
            return null;
        }
        return keep(blob, like == null ? TextLines.of(bytes, ignoreSpace) : TextLines.of(bytes, like));
    }

    /// Whether the blob, of which [#text] gave nothing, is a text that a program wrote.
    synchronized boolean isMachines(String blob) {
        return machines.contains(blob);
    }

    /// The bytes of any blob that is here and not too large, binary ones included; else none.
    synchronized byte[] content(String blob) {
        TextLines known = kept.get(blob);
        if (known != null) {
            return known.bytes();
        }
        byte[] bytes = bytes(blob);
        return bytes == null ? new byte[0] : bytes;
    }

    /// How many bytes [#content] gives.
    synchronized int size(String blob) {
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
    synchronized boolean isHere(String blob) {
        return kept.containsKey(blob) || bytes(blob) != null;
    }

    /// Blobs that are not in this store, as of a partial clone.
    synchronized Set<String> missing() {
        return Set.copyOf(missing);
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
        while (weight > KEPT && kept.size() > 2) {
            weight -= weight(oldest.next().getValue());
            oldest.remove();
        }
        return lines;
    }

    private static long weight(TextLines lines) {
        return lines.bytes().length + 12L * lines.count();
    }
}
