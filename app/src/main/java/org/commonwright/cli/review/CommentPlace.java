package org.commonwright.cli.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;
import org.commonwright.review.comment.Anchor;
import org.commonwright.review.comment.Pointing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a comment is to be about, as options say it.
final class CommentPlace {
    private static final Pattern LINES = Pattern.compile("(\\d{1,8})(?:-(\\d{1,8}))?");
    private static final String NUMBER = "(-?\\d{1,9}(?:\\.\\d{1,12})?)";
    private static final Pattern POINT = Pattern.compile(NUMBER + "," + NUMBER + "," + NUMBER);
    private static final Pattern PART = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%,(\\d{1,3}(?:\\.\\d{1,6})?)%");

    @Option(names = "--module", paramLabel = "FOLDER", description = "a module: its folder; . for the design")
    private @Nullable String module;
    @Option(names = "--file", paramLabel = "PATH", description = "a file of the repository, with / between folders")
    private @Nullable String file;
    @Option(names = "--line", paramLabel = "N[-M]", description = "lines of the file, from 1")
    private @Nullable String line;
    @Option(names = "--part", paramLabel = "PART", description = "the row of the bill of materials: what it calls its part")
    private @Nullable String part;
    @Option(names = "--column", paramLabel = "COLUMN", description = "the column of the bill of materials")
    private @Nullable String column;
    @Option(names = "--point", paramLabel = "X,Y,Z", description = "a point of the model in mm; the nearest of its surface is taken")
    private @Nullable String point;
    @Option(names = "--place", paramLabel = "X%,Y%", description = "a place of the picture from its upper left, such as 40%%,25%%")
    private @Nullable String place;

    /// @throws Fault `comments.one-place`, `comments.bad-place`, and what [Pointing] throws
    Anchor anchor(Pointing pointing) {
        long inFile = Stream.of(line, part, point, place).filter(said -> said != null).count();
        if ((module == null) == (file == null) || inFile > 1 || module != null && inFile > 0
                || (part == null) != (column == null)) {
            throw new Fault("comments.one-place");
        }
        if (module != null) {
            return pointing.module(module.equals(".") ? RepoPath.ROOT : path(module.replaceFirst("/$", "")));
        }
        RepoPath path = path(file == null ? "" : file);
        if (line != null) {
            Matcher lines = match(LINES, line);
            int from = Integer.parseInt(lines.group(1));
            return pointing.lines(path, from, lines.group(2) == null ? from : Integer.parseInt(lines.group(2)));
        }
        if (part != null && column != null) {
            return pointing.cell(path, part, column);
        }
        if (point != null) {
            Matcher at = match(POINT, point);
            return pointing.point(path, number(at, 1), number(at, 2), number(at, 3));
        }
        if (place != null) {
            Matcher at = match(PART, place);
            return pointing.picture(path, number(at, 1) / 100, number(at, 2) / 100);
        }
        return pointing.file(path);
    }

    private static RepoPath path(String text) {
        if (text.isEmpty() || !RepoPath.isSafe(text)) {
            throw new Fault("comments.bad-place", text);
        }
        return new RepoPath(text);
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new Fault("comments.bad-place", text);
        }
        return matcher;
    }

    private static double number(Matcher matcher, int group) {
        return Double.parseDouble(matcher.group(group));
    }
}
