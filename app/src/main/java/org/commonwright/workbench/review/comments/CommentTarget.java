package org.commonwright.workbench.review.comments;

import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.review.comment.Anchor;
import org.commonwright.review.comment.Pointing;
import org.jspecify.annotations.Nullable;

/// Something to comment on, as a view offers it.
///
/// @param name what it is, for people
/// @param before whether it is of the commit where the change begins
/// @param table the bill of materials of which a column is to be chosen; null for what has no columns
/// @param column what is chosen at first; empty for none
/// @param said what stands there, to be suggested otherwise; empty where nothing can be suggested
/// @param point points at it, in the background
public record CommentTarget(Messages.Key name, boolean before, @Nullable RepoPath table, String column,
        Optional<String> said, Point point) {
    /// How an anchor is made.
    @FunctionalInterface
    public interface Point {
        /// @param column of the bill of materials; empty otherwise
        Anchor at(Pointing pointing, String column);
    }

    public static CommentTarget module(RepoPath folder, String name) {
        return new CommentTarget(Messages.Key.of("remarks.on", name), false, null, "", Optional.empty(),
                (pointing, _) -> pointing.module(folder));
    }

    /// @param before whether the file is only there before the change
    public static CommentTarget file(RepoPath path, boolean before) {
        return new CommentTarget(Messages.Key.of("remarks.on", path), before, null, "", Optional.empty(),
                (pointing, _) -> pointing.file(path));
    }

    /// @param line from 1
    public static CommentTarget line(RepoPath path, int line, String said, boolean before) {
        return new CommentTarget(Messages.Key.of("comments.at-line", path, line), before, null, "",
                before ? Optional.empty() : Optional.of(said), (pointing, _) -> pointing.lines(path, line, line));
    }

    /// @param row of the file, from 1
    public static CommentTarget cell(RepoPath path, int row, String part, String column, boolean before) {
        return new CommentTarget(Messages.Key.of("remarks.on", part), before, path, column,
                before ? Optional.empty() : Optional.of(""), (pointing, chosen) -> pointing.cellAt(path, row, chosen));
    }

    public static CommentTarget point(RepoPath path, double x, double y, double z) {
        return new CommentTarget(Messages.Key.of("comments.at-point", path, round(x), round(y), round(z)), false, null,
                "", Optional.empty(), (pointing, _) -> pointing.point(path, x, y, z));
    }

    public static CommentTarget picture(RepoPath path, double across, double down) {
        return new CommentTarget(
                Messages.Key.of("comments.at-picture", path, Math.round(100 * across), Math.round(100 * down)), false,
                null, "", Optional.empty(), (pointing, _) -> pointing.picture(path, across, down));
    }

    private static double round(double mm) {
        return Math.round(mm * 100) / 100.0;
    }
}
