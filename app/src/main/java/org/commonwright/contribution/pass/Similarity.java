package org.commonwright.contribution.pass;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much of one file is in another, as Git estimates it: both are cut into chunks (a line, at most 64 bytes), and the
/// bytes of equal chunks are counted against the larger file.
final class Similarity {
    static final int FULL = 60_000;
    private static final int CHUNK = 64;
    private static final int KEPT = 512;

    private final BlobTexts texts;
    private final Map<String, Chunks> known = new LinkedHashMap<>(64, 0.75f, true);

    private record Chunks(Map<Long, Integer> bytesOf, int size) {}

    Similarity(BlobTexts texts) {
        this.texts = texts;
    }

    /// From 0 to [#FULL]; 0 when it is below `least`, or a file is empty or not here.
    int of(String source, String target, int least) {
        Chunks a = chunks(source);
        Chunks b = chunks(target);
        if (a == null || b == null || a.size == 0 || b.size == 0) {
            return 0;
        }
        long larger = Math.max(a.size, b.size);
        long difference = larger - Math.min(a.size, b.size);
        if (larger * (FULL - least) < difference * FULL) {
            return 0;
        }
        long common = 0;
        for (var chunk : a.bytesOf.entrySet()) {
            common += Math.min(chunk.getValue(), b.bytesOf.getOrDefault(chunk.getKey(), 0));
        }
        int score = (int) (common * FULL / larger);
        return score < least ? 0 : score;
    }

    private @Nullable Chunks chunks(String blob) {
        Chunks chunks = known.get(blob);
        if (chunks != null) {
            return chunks;
        }
        var lines = texts.lines(blob);
        if (lines == null) {
            return null;
        }
        chunks = cut(lines.bytes());
        known.put(blob, chunks);
        if (known.size() > KEPT) {
            known.remove(known.keySet().iterator().next());
        }
        return chunks;
    }

    private static Chunks cut(byte[] bytes) {
        Map<Long, Integer> bytesOf = new HashMap<>();
        boolean text = !BlobTexts.isBinary(bytes);
        long hash = 0;
        int n = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte c = bytes[i];
            if (text && c == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
                continue;
            }
            hash = (hash ^ c & 0xff) * 0x100000001b3L + 0x9e3779b97f4a7c15L;
            if (++n >= CHUNK || c == '\n') {
                bytesOf.merge(hash, n, Integer::sum);
                n = 0;
                hash = 0;
            }
        }
        if (n > 0) {
            bytesOf.merge(hash, n, Integer::sum);
        }
        return new Chunks(bytesOf, bytes.length);
    }
}
