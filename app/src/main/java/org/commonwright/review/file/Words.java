package org.commonwright.review.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.commonwright.git.LineDiff;
import org.commonwright.git.TextDiff;

/// Which words of changed lines are not the same. Lines that went and the lines that came in their place are compared together,
/// so that a paragraph that was only broken anew shows few words.
public final class Words {
    /// Larger blocks are shown by line alone.
    private static final int MOST = 20_000;
    /// And those with more letters are not even parted into words: a drawing as one line of text has millions.
    private static final int LONGEST = 400_000;
    /// Where less than this part of the letters stayed, the block was written anew, and marks would only disturb.
    private static final double ALIKE = 0.25;

    private Words() {}

    /// A piece of a line.
    ///
    /// @param changed whether the other side has it not
    public record Span(String text, boolean changed) {}

    /// A line and its pieces, in order.
    public record Line(TextDiff.Kind kind, List<Span> spans) {
        public Line {
            spans = List.copyOf(spans);
        }

        public String text() {
            return String.join("", spans.stream().map(Span::text).toList());
        }
    }

    /// The lines of a hunk, marked.
    public static List<Line> of(TextDiff.Hunk hunk) {
        var marked = new ArrayList<Line>();
        List<TextDiff.Line> lines = hunk.lines();
        int at = 0;
        while (at < lines.size()) {
            if (lines.get(at).kind() == TextDiff.Kind.BOTH) {
                marked.add(plain(lines.get(at++)));
                continue;
            }
            int middle = end(lines, at, TextDiff.Kind.ONLY_OLD);
            int end = end(lines, middle, TextDiff.Kind.ONLY_NEW);
            block(lines.subList(at, middle), lines.subList(middle, end), marked);
            at = end;
        }
        return marked;
    }

    private static int end(List<TextDiff.Line> lines, int from, TextDiff.Kind kind) {
        int at = from;
        while (at < lines.size() && lines.get(at).kind() == kind) {
            at++;
        }
        return at;
    }

    private static void block(List<TextDiff.Line> old, List<TextDiff.Line> now, List<Line> marked) {
        int letters = Stream.concat(old.stream(), now.stream()).mapToInt(line -> line.text().length()).sum();
        List<String> a = letters > LONGEST ? List.of() : words(old);
        List<String> b = letters > LONGEST ? List.of() : words(now);
        boolean[] goes = new boolean[a.size()];
        boolean[] comes = new boolean[b.size()];
        boolean known = !a.isEmpty() && !b.isEmpty() && a.size() + b.size() <= MOST && mark(a, b, goes, comes);
        if (known) {
            lines(a, goes, TextDiff.Kind.ONLY_OLD, marked);
            lines(b, comes, TextDiff.Kind.ONLY_NEW, marked);
        } else {
            old.forEach(line -> marked.add(plain(line)));
            now.forEach(line -> marked.add(plain(line)));
        }
    }

    /// @return whether enough stayed for marks to say something
    private static boolean mark(List<String> a, List<String> b, boolean[] goes, boolean[] comes) {
        for (LineDiff.Edit edit : LineDiff.edits(oneALine(a), oneALine(b))) {
            Arrays.fill(goes, edit.beginA(), edit.endA(), true);
            Arrays.fill(comes, edit.beginB(), edit.endB(), true);
        }
        return stayed(a, goes) >= ALIKE && stayed(b, comes) >= ALIKE;
    }

    private static double stayed(List<String> words, boolean[] changed) {
        int all = 0;
        int same = 0;
        for (int i = 0; i < words.size(); i++) {
            int letters = words.get(i).strip().length();
            all += letters;
            same += changed[i] ? 0 : letters;
        }
        return all == 0 ? 0 : (double) same / all;
    }

    /// A line's end is a word of its own.
    private static byte[] oneALine(List<String> words) {
        return String.join("\n", words.stream().map(w -> w.equals("\n") ? " " : w).toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> words(List<TextDiff.Line> lines) {
        var words = new ArrayList<String>();
        for (TextDiff.Line line : lines) {
            String text = line.text();
            int at = 0;
            while (at < text.length()) {
                int end = at + Character.charCount(text.codePointAt(at));
                int sort = sort(text.codePointAt(at));
                while (sort != 0 && end < text.length() && sort(text.codePointAt(end)) == sort) {
                    end += Character.charCount(text.codePointAt(end));
                }
                words.add(text.substring(at, end));
                at = end;
            }
            words.add("\n");
        }
        return words;
    }

    /// 1 for what makes up words and numbers, 2 for space, 0 for signs, each of which stands alone.
    private static int sort(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK
                ? 1
                : Character.isWhitespace(c) || c == 0xA0 ? 2 : 0;
    }

    private static void lines(List<String> words, boolean[] changed, TextDiff.Kind kind, List<Line> marked) {
        var spans = new ArrayList<Span>();
        var text = new StringBuilder();
        boolean now = false;
        for (int i = 0; i < words.size(); i++) {
            boolean ends = words.get(i).equals("\n");
            if ((ends || changed[i] != now) && !text.isEmpty()) {
                spans.add(new Span(text.toString(), now));
                text.setLength(0);
            }
            if (ends) {
                marked.add(new Line(kind, spans));
                spans.clear();
            } else {
                now = changed[i];
                text.append(words.get(i));
            }
        }
    }

    private static Line plain(TextDiff.Line line) {
        return new Line(line.kind(), line.text().isEmpty() ? List.of() : List.of(new Span(line.text(), false)));
    }
}
