package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.git.TextDiff;
import org.commonwright.review.file.Words;

/// A text's changed lines as JSON, with the words that changed in them.
final class FileReviewJson {
    private static final int MOST_LINES = 400;

    private FileReviewJson() {}

    static void lines(ObjectNode node, TextDiff diff) {
        node.put("kind", "text").put("hunks", diff.hunks().size());
        ArrayNode lines = node.putArray("lines");
        for (TextDiff.Hunk hunk : diff.hunks()) {
            int before = hunk.beginA();
            int after = hunk.beginB();
            for (Words.Line line : Words.of(hunk)) {
                before += line.kind() == TextDiff.Kind.ONLY_NEW ? 0 : 1;
                after += line.kind() == TextDiff.Kind.ONLY_OLD ? 0 : 1;
                if (line.kind() != TextDiff.Kind.BOTH && lines.size() < MOST_LINES) {
                    boolean added = line.kind() == TextDiff.Kind.ONLY_NEW;
                    ObjectNode one = lines.addObject().put("sign", added ? "+" : "-")
                            .put("line", added ? after : before).put("text", line.text());
                    ArrayNode words = one.putArray("words");
                    line.spans().stream().filter(Words.Span::changed).map(Words.Span::text).forEach(words::add);
                }
            }
        }
    }
}
