package org.commonwright.gcode;

import java.nio.charset.StandardCharsets;

/// What slicers write into comments: which kind of path comes (`;TYPE:` of Cura, PrusaSlicer and its descendants, `; FEATURE:` of
/// Bambu Studio), and where a layer begins (`;LAYER:`, `;LAYER_CHANGE`, `; CHANGE_LAYER`).
final class SlicerComments {
    /// Kinds that are told apart; a program that names more is no slicer's.
    static final int MOST = 60;
    private static final int LONGEST = 40;
    private static final byte[] TYPE = ascii("TYPE:");
    private static final byte[] FEATURE = ascii("FEATURE:");
    private static final byte[] LAYER = ascii("LAYER:");
    private static final byte[] LAYER_CHANGE = ascii("LAYER_CHANGE");
    private static final byte[] CHANGE_LAYER = ascii("CHANGE_LAYER");

    private final ToolpathBuilder path;
    private int layers;

    SlicerComments(ToolpathBuilder path) {
        this.path = path;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Looks at a line that has no words.
    void read(byte[] b, int from, int to) {
        int i = blanks(b, from, to);
        if (i == to || b[i] != ';') {
            return;
        }
        i = blanks(b, i + 1, to);
        if (begins(b, i, to, TYPE)) {
            feature(b, i + TYPE.length, to);
        } else if (begins(b, i, to, FEATURE)) {
            feature(b, i + FEATURE.length, to);
        } else if (begins(b, i, to, LAYER) || begins(b, i, to, LAYER_CHANGE) || begins(b, i, to, CHANGE_LAYER)) {
            path.layerMarks.begin(path.count, layers++);
        }
    }

    private void feature(byte[] b, int from, int to) {
        int begin = blanks(b, from, to);
        int end = Math.min(to, begin + LONGEST);
        // Control characters of a stranger's file have no business in a legend.
        String name = new String(b, begin, end - begin, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        int known = path.featureNames.indexOf(name);
        if (known < 0 && path.featureNames.size() < MOST && !name.isEmpty()) {
            known = path.featureNames.size();
            path.featureNames.add(name);
        }
        if (known >= 0) {
            path.features.begin(path.count, known);
        }
    }

    private static int blanks(byte[] b, int from, int to) {
        int i = from;
        while (i < to && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        return i;
    }

    private static boolean begins(byte[] b, int at, int to, byte[] word) {
        if (to - at < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (b[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
