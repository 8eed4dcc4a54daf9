package org.commonwright.git;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/// Which lines differ between two texts (histogram difference). A line ends with LF; a last line without one is a line.
/// A long stretch without a single rare line is told as wholly changed.
public final class LineDiff {
    private LineDiff() {}

    /// Lines `beginA` to `endA` (exclusive, from 0) of the first text became lines `beginB` to `endB` of the second. An
    /// empty range on one side is an insertion or a deletion.
    public record Edit(int beginA, int endA, int beginB, int endB) {}

    /// The edits in order; all lines between them are the same.
    public static List<Edit> edits(byte[] a, byte[] b) {
        return edits(a, b, false);
    }

    /// @param ignoreSpace whether lines that differ only in white space are the same, as `git diff -w`
    public static List<Edit> edits(byte[] a, byte[] b, boolean ignoreSpace) {
        return edits(new RawText(a), new RawText(b), ignoreSpace);
    }

    /// How many lines a text has.
    public static int lines(byte[] text) {
        return new RawText(text).size();
    }

    /// Whether Git takes the bytes for binary: a NUL, or a lone CR, near their beginning.
    public static boolean isBinary(byte[] bytes) {
        return RawText.isBinary(bytes, bytes.length, true);
    }

    static HistogramDiff histogram() {
        var histogram = new HistogramDiff();
        histogram.setFallbackAlgorithm(new ShortMyers());
        return histogram;
    }

    static List<Edit> edits(RawText a, RawText b, boolean ignoreSpace) {
        RawTextComparator comparator = ignoreSpace ? RawTextComparator.WS_IGNORE_ALL : RawTextComparator.DEFAULT;
        var edits = new ArrayList<Edit>();
        for (var edit : histogram().diff(comparator, a, b)) {
            edits.add(new Edit(edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB()));
        }
        return edits;
    }
}
