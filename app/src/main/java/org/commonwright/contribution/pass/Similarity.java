package org.commonwright.contribution.pass;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// How much of one file is in another, as Git estimates it: both are cut into chunks (a line, at most 64 bytes), and the
/// bytes of equal chunks are counted against the larger file.
final class Similarity {
    static final int FULL = 60_000;
    private static final int CHUNK = 64;
    private static final int KEPT_CHUNKS = 4_000_000;

    private final BlobTexts texts;
    private final Map<String, Chunks> known = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Integer> sizes = new HashMap<>();
    private int kept;

    /// Different chunks by their hashes, sorted, and how many bytes each has in all.
    private record Chunks(long[] hashes, int[] bytes) {}

    Similarity(BlobTexts texts) {
        this.texts = texts;
    }

    /// From 0 to [#FULL]; 0 when it is below `least`, or a file is empty or not here.
    int of(String source, String target, int least) {
        int score = estimate(source, target, least);
        return score < least ? 0 : score;
    }

    /// The same, but smaller ones are told too unless the sizes alone say that they are.
    int estimate(String source, String target, int least) {
        long a = size(source);
        long b = size(target);
        long larger = Math.max(a, b);
        if (a == 0 || b == 0 || larger * (FULL - least) < (larger - Math.min(a, b)) * FULL) {
            return 0;
        }
        return (int) (common(chunks(source), chunks(target)) * FULL / larger);
    }

    private static long common(Chunks a, Chunks b) {
        long common = 0;
        int j = 0;
        for (int i = 0; i < a.hashes.length; i++) {
            while (j < b.hashes.length && b.hashes[j] < a.hashes[i]) {
                j++;
            }
            if (j < b.hashes.length && b.hashes[j] == a.hashes[i]) {
                common += Math.min(a.bytes[i], b.bytes[j]);
            }
        }
        return common;
    }

    /// 0 also for a blob that is too large or not here.
    private int size(String blob) {
        return sizes.computeIfAbsent(blob, texts::size);
    }

    private Chunks chunks(String blob) {
        Chunks chunks = known.get(blob);
        if (chunks == null) {
            chunks = cut(texts.content(blob));
            known.put(blob, chunks);
            kept += chunks.hashes.length;
            var oldest = known.values().iterator();
            while (kept > KEPT_CHUNKS && known.size() > 2) {
                kept -= oldest.next().hashes.length;
                oldest.remove();
            }
        }
        return chunks;
    }

    private static Chunks cut(byte[] bytes) {
        boolean text = !BlobTexts.isBinary(bytes);
        // The length of a chunk fits into the lowest bits of its hash: equal hashes are equal lengths.
        long[] hashes = new long[bytes.length / 8 + 16];
        int count = 0;
        long hash = 0;
        int n = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte c = bytes[i];
            boolean end = i + 1 == bytes.length;
            if (text && c == '\r' && !end && bytes[i + 1] == '\n') {
                continue;
            }
            hash = (hash ^ c & 0xff) * 0x100000001b3L + 0x9e3779b97f4a7c15L;
            if (++n >= CHUNK || c == '\n' || end) {
                if (count == hashes.length) {
                    hashes = Arrays.copyOf(hashes, count * 2);
                }
                hashes[count++] = hash << 7 | n;
                n = 0;
                hash = 0;
            }
        }
        Arrays.sort(hashes, 0, count);
        return grouped(hashes, count);
    }

    private static Chunks grouped(long[] sorted, int count) {
        long[] hashes = new long[count];
        int[] bytes = new int[count];
        int at = -1;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                hashes[++at] = sorted[i];
            }
            bytes[at] += (int) (sorted[i] & 0x7f);
        }
        return new Chunks(Arrays.copyOf(hashes, at + 1), Arrays.copyOf(bytes, at + 1));
    }
}
