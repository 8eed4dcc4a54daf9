package org.commonwright.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.RawText;

/// Two texts side by side, as people read a difference: hunks of changed lines with some equal lines around them.
public record TextDiff(List<Hunk> hunks) {
    /// Lines that belong together.
    ///
    /// @param beginA first line of the old text, from 0
    /// @param beginB first line of the new text, from 0
    public record Hunk(int beginA, int beginB, List<Line> lines) {}

    /// One line without its line end.
    public record Line(Kind kind, String text) {
        /// The line with the sign that a unified diff gives it.
        public String signed() {
            return switch (kind) {
                case BOTH -> " ";
                case ONLY_OLD -> "-";
                case ONLY_NEW -> "+";
            } + text;
        }
    }

    /// Where a line is.
    public enum Kind {
        BOTH, ONLY_OLD, ONLY_NEW
    }

    /// @param context how many equal lines to show around a change
    public static TextDiff of(byte[] a, byte[] b, int context) {
        var oldText = new RawText(a);
        var newText = new RawText(b);
        var hunks = new ArrayList<Hunk>();
        List<LineDiff.Edit> edits = LineDiff.edits(oldText, newText, false);
        int i = 0;
        while (i < edits.size()) {
            int last = i;
            while (last + 1 < edits.size() && edits.get(last + 1).beginA() - edits.get(last).endA() <= 2 * context) {
                last++;
            }
            hunks.add(hunk(oldText, newText, edits.subList(i, last + 1), context));
            i = last + 1;
        }
        return new TextDiff(List.copyOf(hunks));
    }

    private static Hunk hunk(RawText a, RawText b, List<LineDiff.Edit> edits, int context) {
        LineDiff.Edit first = edits.getFirst();
        int before = Math.min(context, first.beginA());
        var lines = new ArrayList<Line>();
        int at = first.beginA() - before;
        for (LineDiff.Edit edit : edits) {
            add(lines, Kind.BOTH, a, at, edit.beginA());
            add(lines, Kind.ONLY_OLD, a, edit.beginA(), edit.endA());
            add(lines, Kind.ONLY_NEW, b, edit.beginB(), edit.endB());
            at = edit.endA();
        }
        add(lines, Kind.BOTH, a, at, Math.min(a.size(), at + context));
        return new Hunk(first.beginA() - before, first.beginB() - before, List.copyOf(lines));
    }

    private static void add(List<Line> lines, Kind kind, RawText text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            lines.add(new Line(kind, text.getString(i, i + 1, true).replace("\r", "")));
        }
    }

    /// Both sides as UTF-8.
    public static TextDiff of(String a, String b, int context) {
        return of(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8), context);
    }
}
