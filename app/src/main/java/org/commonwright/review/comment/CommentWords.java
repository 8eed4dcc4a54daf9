package org.commonwright.review.comment;

import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.review.file.SafeText;

/// Places in words, for both faces.
public final class CommentWords {
    private CommentWords() {}

    /// Where something is.
    public static Messages.Key place(Anchor anchor) {
        String path = anchor.path().text();
        return switch (anchor) {
            case Anchor.Module(RepoPath folder) when folder.isRoot() -> Messages.Key.of("comments.at-root");
            case Anchor.Module _ -> Messages.Key.of("comments.at-module", path);
            case Anchor.File _ -> Messages.Key.of("comments.at-file", path);
            case Anchor.Line line when line.quote().size() == 1 ->
                Messages.Key.of("comments.at-line", path, line.line());
            case Anchor.Line line -> Messages.Key.of("comments.at-lines", path, line.line(),
                    line.line() + line.quote().size() - 1);
            case Anchor.Cell cell -> Messages.Key.of("comments.at-cell", path, SafeText.of(cell.part()),
                    SafeText.of(cell.column()));
            case Anchor.Point p -> Messages.Key.of("comments.at-point", path, round(p.x()), round(p.y()),
                    round(p.z()));
            case Anchor.Picture p -> Messages.Key.of("comments.at-picture", path, Math.round(100 * p.across()),
                    Math.round(100 * p.down()));
        };
    }

    /// The state of a place in one word.
    public static String state(Placement.State state) {
        return switch (state) {
            case KEPT -> "comments.is-kept";
            case CHANGED -> "comments.is-changed";
            case GONE -> "comments.is-gone";
        };
    }

    private static double round(double mm) {
        return Math.round(mm * 100) / 100.0;
    }
}
