package org.commonwright.workbench.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonwright.git.FileChange;
import org.commonwright.git.TextDiff;
import org.commonwright.model.RepoPath;
import org.commonwright.review.file.SafeText;
import org.commonwright.review.file.Words;
import org.commonwright.workbench.review.comments.CommentRow;
import org.commonwright.workbench.review.comments.CommentTarget;
import org.commonwright.workbench.review.comments.Spot;

/// Changed lines with the words that changed in them. Control characters are shown, not obeyed.
final class LinesView {
    private static final int LONGEST_LINE = 2_000;

    private LinesView() {}

    /// A hunk whose words are compared once one of its lines is in sight.
    private static final class Marked {
        private final TextDiff.Hunk hunk;
        private List<Words.Line> lines = List.of();

        Marked(TextDiff.Hunk hunk) {
            this.hunk = hunk;
        }

        Words.Line line(int index) {
            if (lines.isEmpty()) {
                lines = Words.of(hunk);
            }
            return lines.get(index);
        }
    }

    /// A row for each line, with what is commented on there: the line as it is afterwards, or, of one that is gone, as it was.
    static List<CommentRow> rows(TextDiff diff, FileChange change) {
        RepoPath then = change.oldPath() == null ? change.path() : change.oldPath();
        var rows = new ArrayList<CommentRow>();
        for (TextDiff.Hunk hunk : diff.hunks()) {
            rows.add(place("@@ " + (hunk.beginA() + 1) + " → " + (hunk.beginB() + 1)));
            var marked = new Marked(hunk);
            int was = hunk.beginA();
            int now = hunk.beginB();
            for (int i = 0; i < hunk.lines().size(); i++) {
                TextDiff.Line line = hunk.lines().get(i);
                boolean gone = line.kind() == TextDiff.Kind.ONLY_OLD;
                was += line.kind() == TextDiff.Kind.ONLY_NEW ? 0 : 1;
                now += gone ? 0 : 1;
                int at = i;
                Supplier<Node> node = () -> flow(marked.line(at));
                rows.add(gone
                        ? new CommentRow(node, CommentTarget.line(then, was, line.text(), true),
                                new Spot.Gone(was, line.text()))
                        : new CommentRow(node, CommentTarget.line(change.path(), now, line.text(), false),
                                new Spot.Line(now)));
            }
        }
        return rows;
    }

    private static CommentRow place(String words) {
        return CommentRow.plain(() -> {
            var flow = new TextFlow();
            flow.getStyleClass().add("mono");
            add(flow, words, "diff-place");
            return flow;
        });
    }

    private static Node flow(Words.Line line) {
        var flow = new TextFlow();
        flow.getStyleClass().add("mono");
        line(flow, line);
        return flow;
    }

    private static void line(TextFlow flow, Words.Line line) {
        String whole = switch (line.kind()) {
            case BOTH -> "diff-same";
            case ONLY_OLD -> "diff-removed";
            case ONLY_NEW -> "diff-added";
        };
        add(flow, switch (line.kind()) {
            case BOTH -> "  ";
            case ONLY_OLD -> "− ";
            case ONLY_NEW -> "+ ";
        }, whole);
        int room = LONGEST_LINE;
        for (Words.Span span : line.spans()) {
            String word = line.kind() == TextDiff.Kind.ONLY_OLD ? "diff-word-removed" : "diff-word-added";
            String text = SafeText.line(span.text());
            add(flow, text.length() > room ? text.substring(0, room) + "…" : text, span.changed() ? word : whole);
            room -= text.length();
            if (room < 0) {
                break;
            }
        }
    }

    private static void add(TextFlow flow, String words, String style) {
        var text = new Text(words);
        text.getStyleClass().add(style);
        flow.getChildren().add(text);
    }
}
