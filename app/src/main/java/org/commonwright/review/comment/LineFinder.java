package org.commonwright.review.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.git.LineDiff;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.review.file.SafeText;

/// Finds the lines that a comment quotes in another version of its file: where the difference of both versions leaves them, else
/// where the same words stand among what was added, else what was put in their place. Where the old version is not here, by the
/// words and what stood around them.
final class LineFinder {
    private static final double ALIKE = 0.5;
    /// Words that are told from others without what stands around them.
    private static final int TELLING = 8;

    private final List<String> now;
    private final Optional<List<String>> then;
    private final List<LineDiff.Edit> edits;
    /// Where each line stands.
    private final Map<String, List<Integer>> standing = new HashMap<>();

    /// @param then the version that the comment was made on, where it is here
    LineFinder(byte[] now, Optional<byte[]> then) {
        this.now = QuotedLine.all(now);
        this.then = then.map(QuotedLine::all);
        this.edits = then.map(old -> LineDiff.edits(old, now)).orElse(List.of());
        for (int at = 0; at < this.now.size(); at++) {
            standing.computeIfAbsent(this.now.get(at), _ -> new ArrayList<>()).add(at);
        }
    }

    /// @param path where the file is now
    /// @param blob what it is now
    Placement find(Anchor.Line was, RepoPath path, String blob) {
        int from = was.line() - 1;
        int count = was.quote().size();
        boolean same = then.filter(lines -> stands(lines, was.quote(), from)).isPresent();
        if (same && edits.stream().noneMatch(e -> e.beginA() < from + count && e.endA() > from
                || e.beginA() == e.endA() && e.beginA() > from && e.beginA() < from + count)) {
            return Placement.kept(at(was, path, blob, moved(from), count));
        }
        int elsewhere = quoted(was, same);
        if (elsewhere >= 0) {
            return Placement.kept(at(was, path, blob, elsewhere, count), Messages.Key.of("comments.line-moved",
                    was.line(), elsewhere + 1));
        }
        return (same ? replaced(was, path, blob, from) : between(was, path, blob)).orElseGet(() -> Placement.gone(was,
                Messages.Key.of("comments.line-gone", first(was))));
    }

    /// Where a line is that no edit touches.
    private int moved(int line) {
        int shift = 0;
        for (LineDiff.Edit edit : edits) {
            if (edit.endA() > line) {
                break;
            }
            shift = edit.endB() - edit.endA();
        }
        return line + shift;
    }

    private static boolean stands(List<String> lines, List<String> quote, int from) {
        return from + quote.size() <= lines.size() && lines.subList(from, from + quote.size()).equals(quote);
    }

    /// Where the same words stand, and nowhere else as well; negative otherwise.
    ///
    /// @param added whether only what was added counts: other lines are known to be others
    private int quoted(Anchor.Line was, boolean added) {
        int best = -1;
        int most = -1;
        boolean tie = false;
        for (int at : standing.getOrDefault(was.quote().getFirst(), List.of())) {
            if (stands(now, was.quote(), at) && (!added || isAdded(at, was.quote().size()))) {
                int around = around(was, at);
                tie = around == most;
                if (around > most) {
                    most = around;
                    best = at;
                }
            }
        }
        boolean telling = was.quote().stream().mapToLong(l -> l.chars().filter(Character::isLetterOrDigit).count())
                .sum() >= TELLING;
        return tie || most == 0 && !telling ? -1 : best;
    }

    private boolean isAdded(int from, int count) {
        return edits.stream().anyMatch(edit -> edit.beginB() <= from && edit.endB() >= from + count);
    }

    /// How many of the lines around a place are those that stood around the quote.
    private int around(Anchor.Line was, int at) {
        int same = 0;
        List<String> before = was.before();
        for (int i = 1; i <= before.size() && at - i >= 0
                && now.get(at - i).equals(before.get(before.size() - i)); i++) {
            same++;
        }
        int end = at + was.quote().size();
        for (int i = 0; i < was.after().size() && end + i < now.size()
                && now.get(end + i).equals(was.after().get(i)); i++) {
            same++;
        }
        return same;
    }

    /// What an edit put in the place of the lines.
    private Optional<Placement> replaced(Anchor.Line was, RepoPath path, String blob, int from) {
        int to = from + was.quote().size();
        int begin = moved(from);
        int end = moved(to);
        for (LineDiff.Edit edit : edits) {
            if (edit.beginA() <= from && from < edit.endA()) {
                begin = edit.beginB();
            }
            if (edit.beginA() < to && to <= edit.endA()) {
                end = edit.endB();
            }
        }
        return alike(was, path, blob, begin, end);
    }

    /// What stands between the lines that stood around the quote.
    private Optional<Placement> between(Anchor.Line was, RepoPath path, String blob) {
        if (was.before().isEmpty() || was.after().isEmpty()) {
            return Optional.empty();
        }
        int most = was.quote().size() + 3;
        for (int above : standing.getOrDefault(was.before().getLast(), List.of())) {
            for (int end = above + 2; end < Math.min(now.size(), above + 1 + most); end++) {
                if (now.get(end).equals(was.after().getFirst())) {
                    Optional<Placement> found = alike(was, path, blob, above + 1, end);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// The lines from `begin` to `end`, or the one of them, that are most like the quote.
    private Optional<Placement> alike(Anchor.Line was, RepoPath path, String blob, int begin, int end) {
        int count = was.quote().size() == 1 ? 1 : end - begin;
        String quote = String.join("\n", was.quote());
        int best = -1;
        double most = ALIKE;
        for (int at = begin; count > 0 && count <= AnchorBody.MOST_LINES && at + count <= end; at++) {
            double alike = QuotedLine.alike(quote, String.join("\n", now.subList(at, at + count)));
            if (alike > most) {
                most = alike;
                best = at;
            }
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(Placement.changed(at(was, path, blob, best, count), Messages.Key.of(
                        "comments.line-changed", first(was))));
    }

    private Anchor.Line at(Anchor.Line was, RepoPath path, String blob, int from, int count) {
        return new Anchor.Line(path, blob, from + 1, now.subList(from, from + count), was.before(), was.after());
    }

    private static String first(Anchor.Line was) {
        return SafeText.of(was.quote().getFirst().strip());
    }
}
