package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.shape.ShapeJson;
import org.commonwright.i18n.Messages;
import org.commonwright.review.comment.Anchor;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.CommentWords;
import org.commonwright.review.comment.Placement;
import org.commonwright.review.comment.Remark;
import org.commonwright.review.comment.Suggestions;

/// Threads and where their places are, as JSON and for people who read them in a terminal.
final class CommentForm {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CliContext context;

    CommentForm(CliContext context) {
        this.context = context;
    }

    ObjectNode json(CommentThread thread, Placement place) {
        ObjectNode node = JSON.objectNode().put("id", thread.id().hex()).put("open", thread.isOpen())
                .put("made_on", thread.at().hex()).put("branch", thread.subject().branch())
                .put("proposal", thread.subject().proposal().map(id -> id.hex()).orElse(null));
        node.set("about", anchor(thread.anchor()));
        ObjectNode now = node.putObject("place").put("state", place.state().id());
        if (!place.isGone()) {
            now.set("now", anchor(place.now()));
        }
        now.put("said", place.said().map(this::words).orElse(null));
        thread.settling().ifPresent(settling -> node.putObject("resolved").put("by", settling.by().person().name())
                .put("agent", settling.by().agent().fingerprint())
                .put("commit", settling.applied().map(commit -> commit.hex()).orElse(null)));
        ArrayNode remarks = node.putArray("remarks");
        for (Remark remark : thread.remarks()) {
            ObjectNode one = remarks.addObject().put("id", remark.entry().hex()).put("by", remark.by().person().name())
                    .put("agent", remark.by().agent().fingerprint()).put("time", remark.time().toString())
                    .put("text", remark.text()).put("suggestion", remark.suggestion().orElse(null))
                    .put("edited", remark.edited()).put("withdrawn", remark.withdrawn());
            remark.suggestion()
                    .ifPresent(instead -> one.put("formula", Suggestions.isFormula(thread.anchor(), instead)));
        }
        return node;
    }

    private static ObjectNode anchor(Anchor anchor) {
        ObjectNode node = JSON.objectNode().put("path", anchor.path().text());
        switch (anchor) {
            case Anchor.Module _ -> node.put("kind", "module");
            case Anchor.File _ -> node.put("kind", "file");
            case Anchor.Line line -> {
                node.put("kind", "line").put("line", line.line());
                ArrayNode quote = node.putArray("quote");
                line.quote().forEach(quote::add);
            }
            case Anchor.Cell cell -> node.put("kind", "cell").put("part", cell.part()).put("column", cell.column())
                    .put("row", cell.row()).put("value", cell.value());
            case Anchor.Point p -> node.put("kind", "point").put("x_mm", ShapeJson.round(p.x()))
                    .put("y_mm", ShapeJson.round(p.y())).put("z_mm", ShapeJson.round(p.z()));
            case Anchor.Picture p -> node.put("kind", "picture").put("across", p.across()).put("down", p.down());
        }
        return node;
    }

    void print(CommentThread thread, Placement place) {
        Anchor shown = place.isGone() ? thread.anchor() : place.now();
        context.say(thread.isOpen() ? "comments.open-line" : "comments.resolved-line", thread.id().abbreviated(),
                CommentWords.place(shown), Messages.Key.of(CommentWords.state(place.state())));
        place.said().ifPresent(said -> indented("(" + words(said) + ")"));
        for (Remark remark : thread.remarks()) {
            String name = remark.by().person().name();
            if (remark.withdrawn()) {
                indented(context.messages().get("comments.withdrawn-line", name));
                continue;
            }
            indented(context.messages().get(remark.edited() ? "comments.edited-remark" : "comments.remark", name,
                    remark.text()).replace("\n", "\n    "));
            remark.suggestion().ifPresent(instead -> {
                indented(context.messages().get("comments.suggestion-line", instead).replace("\n", "\n    "));
                if (Suggestions.isFormula(thread.anchor(), instead)) {
                    indented(context.messages().get("comments.is-formula"));
                }
            });
        }
    }

    private String words(Messages.Key key) {
        return context.messages().get(key.key(), key.arguments());
    }

    private void indented(String line) {
        context.out().println("  " + line);
    }
}
