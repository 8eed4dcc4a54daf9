package org.commonwright.workbench.review;

import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonwright.git.TextDiff;
import org.commonwright.review.file.SafeText;
import org.commonwright.review.file.Words;

/// Changed lines with the words that changed in them. Control characters are shown, not obeyed.
final class LinesView {
    private static final int MOST_LINES = 400;
    private static final int LONGEST_LINE = 2_000;

    private LinesView() {}

    static Node of(TextDiff diff) {
        var flow = new TextFlow();
        flow.getStyleClass().add("mono");
        int shown = 0;
        for (TextDiff.Hunk hunk : diff.hunks()) {
            if (shown >= MOST_LINES) {
                break;
            }
            add(flow, "@@ " + (hunk.beginA() + 1) + " → " + (hunk.beginB() + 1) + "\n", "diff-place");
            for (Words.Line line : Words.of(hunk)) {
                if (shown++ >= MOST_LINES) {
                    add(flow, "…\n", "diff-place");
                    break;
                }
                line(flow, line);
            }
        }
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
        add(flow, "\n", whole);
    }

    private static void add(TextFlow flow, String words, String style) {
        var text = new Text(words);
        text.getStyleClass().add(style);
        flow.getChildren().add(text);
    }
}
