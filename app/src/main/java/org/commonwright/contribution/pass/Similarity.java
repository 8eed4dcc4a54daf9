package org.commonwright.contribution.pass;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// How much of one file is in another, as Git estimates it: both are cut into chunks (a line, at most 64 bytes), and the
/// bytes of equal chunks are counted against the larger file.
final class Similarity {
    static final int FULL = 60_000;
    private static final int KEPT_CHUNKS = 4_000_000;

    private final BlobTexts texts;
    private final Map<String, Chunks> known = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Integer> sizes = new HashMap<>();
    private int kept;

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
        return (int) (chunks(source).common(chunks(target)) * FULL / larger);
    }

    /// No less than [#estimate] of two files, which their sizes alone tell.
    int most(String source, String target) {
        long a = size(source);
        long b = size(target);
        return a == 0 || b == 0 ? 0 : (int) (Math.min(a, b) * FULL / Math.max(a, b));
    }

    /// 0 also for a blob that is too large or not here.
    private int size(String blob) {
        return sizes.computeIfAbsent(blob, texts::size);
    }

    private Chunks chunks(String blob) {
        Chunks chunks = known.get(blob);
        if (chunks == null) {
            chunks = Chunks.of(texts.content(blob));
            known.put(blob, chunks);
            kept += chunks.size();
            var oldest = known.values().iterator();
            while (kept > KEPT_CHUNKS && known.size() > 2) {
                kept -= oldest.next().size();
                oldest.remove();
            }
        }
        return chunks;
    }
}
