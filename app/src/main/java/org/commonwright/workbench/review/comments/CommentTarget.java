package org.commonwright.workbench.review.comments;

import java.util.List;
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
/// @param line the line of a text that it is, from 1; 0 for anything else
/// @param point points at it, in the background
public record CommentTarget(Messages.Key name, boolean before, @Nullable RepoPath table, String column,
        Optional<String> said, int line, Point point) {
    /// How an anchor is made.
    @FunctionalInterface
    public interface Point {
        /// @param column of the bill of materials; empty otherwise
        Anchor at(Pointing pointing, String column);
    }

    public static CommentTarget module(RepoPath folder, String name) {
        return new CommentTarget(Messages.Key.of("remarks.on", name), false, null, "", Optional.empty(), 0,
                (pointing, _) -> pointing.module(folder));
    }

    /// @param before whether the file is only there before the change
    public static CommentTarget file(RepoPath path, boolean before) {
        return new CommentTarget(Messages.Key.of("remarks.on", path), before, null, "", Optional.empty(), 0,
                (pointing, _) -> pointing.file(path));
    }

    /// @param line from 1
    public static CommentTarget line(RepoPath path, int line, String said, boolean before) {
        return new CommentTarget(Messages.Key.of("comments.at-line", path, line), before, null, "",
                before ? Optional.empty() : Optional.of(said), line, (pointing, _) -> pointing.lines(path, line, line));
    }

    /// Several lines of a text as one.
    ///
    /// @param lines lines of the same side that follow each other
    public static CommentTarget lines(RepoPath path, List<CommentTarget> lines) {
        int from = lines.getFirst().line();
        int to = lines.getLast().line();
        Optional<String> said = lines.stream().map(CommentTarget::said)
                .reduce((a, c) -> a.flatMap(one -> c.map(next -> one + "\n" + next))).orElseThrow();
        return new CommentTarget(Messages.Key.of("comments.at-lines", path, from, to), lines.getFirst().before(), null,
                "", said, from, (pointing, _) -> pointing.lines(path, from, to));
    }

    /// @param row of the file, from 1
    public static CommentTarget cell(RepoPath path, int row, String part, String column, boolean before) {
        return new CommentTarget(Messages.Key.of("remarks.on", part), before, path, column,
                before ? Optional.empty() : Optional.of(""), 0,
                (pointing, chosen) -> pointing.cellAt(path, row, chosen));
    }

    public static CommentTarget point(RepoPath path, double x, double y, double z) {
        return new CommentTarget(Messages.Key.of("comments.at-point", path, round(x), round(y), round(z)), false, null,
                "", Optional.empty(), 0, (pointing, _) -> pointing.point(path, x, y, z));
    }

    public static CommentTarget picture(RepoPath path, double across, double down) {
        return new CommentTarget(
                Messages.Key.of("comments.at-picture", path, Math.round(100 * across), Math.round(100 * down)), false,
                null, "", Optional.empty(), 0, (pointing, _) -> pointing.picture(path, across, down));
    }

    private static double round(double mm) {
        return Math.round(mm * 100) / 100.0;
    }
}
