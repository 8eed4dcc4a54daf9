package org.commonwright.review.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.git.LineDiff;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Finds lines that were taken out of their file and put into another, among what was added between two commits. Words that stood in
/// several places before, or were added in several, tell nothing unless what stood around them came along.
final class MovedLines {
    /// Fewer letters and digits are told from others only by what stands around them.
    private static final int TELLING = 12;
    private static final int NEIGHBOURS = 2;
    private static final int MOST_FILES = 1_000;
    private static final long MOST_BYTES = 32L << 20;

    private final GitRepository repository;
    private final Progress progress;
    private final Map<String, List<Spot>> added = new HashMap<>();
    /// How often each line stood in the files before.
    private final Map<String, Integer> before = new HashMap<>();
    private long read;

    /// A file as it is now.
    private record Text(RepoPath path, String blob, List<String> lines) {}

    /// @param end behind the last of the lines that were added with it
    private record Spot(Text text, int line, int end) {}

    /// @param changes between the commit that comments were made on and the one that is looked at
    MovedLines(GitRepository repository, List<FileChange> changes, Progress progress) {
        this.repository = repository;
        this.progress = progress;
        if (changes.size() <= MOST_FILES) {
            changes.stream().filter(change -> !change.link()).forEach(this::add);
        }
    }

    private void add(FileChange change) {
        progress.check();
        byte[] old = text(change.oldBlob());
        byte[] now = text(change.newBlob());
        if (old != null) {
            QuotedLine.all(old).forEach(line -> before.merge(line, 1, Integer::sum));
        }
        if (now == null || change.newBlob() == null) {
            return;
        }
        var text = new Text(change.path(), change.newBlob(), QuotedLine.all(now));
        for (LineDiff.Edit edit : LineDiff.edits(old == null ? new byte[0] : old, now)) {
            int end = Math.min(edit.endB(), text.lines().size());
            for (int at = edit.beginB(); at < end; at++) {
                added.computeIfAbsent(text.lines().get(at), _ -> new ArrayList<>()).add(new Spot(text, at, end));
            }
        }
    }

    /// @return null for what is no text, or is more than people move lines in
    private byte @Nullable [] text(@Nullable String blob) {
        if (blob == null || read > MOST_BYTES) {
            return null;
        }
        try {
            byte[] bytes = repository.blob(blob, Places.LARGEST_TEXT);
            read += bytes.length;
            return LineDiff.isBinary(bytes) || LfsPointer.of(bytes).isPresent() ? null : bytes;
        } catch (Fault _) {
            // A partial clone has not every content, and what is larger is no text: nothing is looked for in it.
            return null;
        }
    }

    /// @param own where the file is now of which the lines are gone
    Optional<Placement> find(Anchor.Line was, Optional<RepoPath> own) {
        Spot best = null;
        int most = -1;
        boolean tie = false;
        for (Spot spot : added.getOrDefault(was.quote().getFirst(), List.of())) {
            progress.check();
            if (own.filter(spot.text().path()::equals).isEmpty() && stands(was, spot)) {
                int around = around(was, spot);
                if (around > most) {
                    most = around;
                    best = spot;
                    tie = false;
                } else if (around == most) {
                    tie = true;
                }
            }
        }
        if (best == null || tie || most < NEIGHBOURS && !(isTelling(was) && isAlone(was))) {
            return Optional.empty();
        }
        int count = was.quote().size();
        var here = new Anchor.Line(best.text().path(), best.text().blob(), best.line() + 1,
                best.text().lines().subList(best.line(), best.line() + count), was.before(), was.after());
        return Optional.of(Placement.kept(here, Messages.Key.of("comments.line-elsewhere", was.path(), was.line(),
                here.path(), here.line())));
    }

    private static boolean stands(Anchor.Line was, Spot spot) {
        int end = spot.line() + was.quote().size();
        return end <= spot.end() && spot.text().lines().subList(spot.line(), end).equals(was.quote());
    }

    /// How many of the lines that stood around the quote stand around it there.
    private static int around(Anchor.Line was, Spot spot) {
        List<String> lines = spot.text().lines();
        int same = 0;
        for (int i = 1; i <= was.before().size() && spot.line() - i >= 0
                && lines.get(spot.line() - i).equals(was.before().get(was.before().size() - i)); i++) {
            same += words(lines.get(spot.line() - i)) > 0 ? 1 : 0;
        }
        int end = spot.line() + was.quote().size();
        for (int i = 0; i < was.after().size() && end + i < lines.size()
                && lines.get(end + i).equals(was.after().get(i)); i++) {
            same += words(lines.get(end + i)) > 0 ? 1 : 0;
        }
        return same;
    }

    private static boolean isTelling(Anchor.Line was) {
        return was.quote().stream().mapToLong(MovedLines::words).sum() >= TELLING;
    }

    private boolean isAlone(Anchor.Line was) {
        return was.quote().stream().anyMatch(line -> before.getOrDefault(line, 0) == 1);
    }

    private static long words(String line) {
        return line.chars().filter(Character::isLetterOrDigit).count();
    }
}
