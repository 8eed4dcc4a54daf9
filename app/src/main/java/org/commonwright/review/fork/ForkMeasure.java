package org.commonwright.review.fork;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.git.LineDiff;
import org.commonwright.git.TreeDiffs;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Measures what a commit changes against another. Lines are counted up to a bound, so that a fork that brings a whole library
/// holds up no other.
final class ForkMeasure {
    private static final long TEXT_LIMIT = 1 << 20;
    private static final long LINES_BUDGET = 16L << 20;
    private static final int MOST_COUNTED = 400;
    /// Of all forks together: those of ten thousand forks of a thousand files each would be counted for hours.
    private static final int MOST_COUNTED_OF_ALL = 50_000;
    private static final int MOST_SIZED_OF_ALL = 500_000;

    private final GitRepository repository;
    private int countedOfAll;
    private int sizedOfAll;

    ForkMeasure(GitRepository repository) {
        this.repository = repository;
    }

    /// @throws Fault `git.missing-object` when a folder is not here
    ForkChanges of(CommitId base, CommitId head, Progress progress) {
        try (TreeDiffs diffs = repository.diffs()) {
            List<FileChange> changes = diffs.between(Optional.of(base), head, false);
            var files = new ArrayList<ForkChanges.Changed>(changes.size());
            var sum = new Sum(moved(changes));
            for (FileChange change : changes) {
                progress.check();
                String after = change.newBlob();
                files.add(new ForkChanges.Changed(change.path(), after == null ? "" : after,
                        change.kind() == FileChange.Kind.ADDED));
                sum.add(change);
            }
            int leftOut = diffs.leftOut();
            boolean plain = changes.stream().allMatch(change -> change.path().text().chars().allMatch(c -> c < 128));
            return new ForkChanges(sum.size(), leftOut, sum.missing, sum.passed,
                    plain ? "" : diffs.notUtf8(Optional.of(base), head).orElse(""), files);
        }
    }

    /// Blobs that one path lost and another gained.
    private static Set<String> moved(List<FileChange> changes) {
        var lost = new HashSet<String>();
        var gained = new HashSet<String>();
        for (FileChange change : changes) {
            if (change.newBlob() == null && change.oldBlob() != null) {
                lost.add(change.oldBlob());
            } else if (change.oldBlob() == null && change.newBlob() != null) {
                gained.add(change.newBlob());
            }
        }
        lost.retainAll(gained);
        return lost;
    }

    private final class Sum {
        private final Set<String> moved;
        private int files;
        private int counted;
        private long added;
        private long removed;
        private long bytes;
        private long read;
        private int uncounted;
        private int missing;
        private int passed;

        Sum(Set<String> moved) {
            this.moved = moved;
        }

        ForkSize size() {
            return new ForkSize(files, added, removed, bytes, uncounted);
        }

        void add(FileChange change) {
            boolean gone = change.newBlob() == null;
            if (gone && moved.contains(change.oldBlob())) {
                return;
            }
            files++;
            if (change.link()) {
                return;
            }
            if (sizedOfAll++ >= MOST_SIZED_OF_ALL) {
                uncounted++;
                passed++;
                return;
            }
            try {
                bytes += gone ? 0 : repository.size(change.newBlob(), change.path());
                if (gone || !moved.contains(change.newBlob())) {
                    lines(change);
                }
            } catch (Fault _) {
                // A partial clone has not every content; the sum says that it is without this one.
                uncounted++;
                missing++;
            }
        }

        private void lines(FileChange change) {
            if (counted < MOST_COUNTED && countedOfAll++ >= MOST_COUNTED_OF_ALL) {
                uncounted++;
                passed++;
                return;
            }
            byte[] before = counted < MOST_COUNTED ? text(change.oldBlob()) : null;
            byte[] after = before == null ? null : text(change.newBlob());
            counted++;
            if (before == null || after == null) {
                uncounted++;
                return;
            }
            for (LineDiff.Edit edit : LineDiff.edits(before, after)) {
                removed += edit.endA() - edit.beginA();
                added += edit.endB() - edit.beginB();
            }
        }

        /// @return null for what has no lines, or too many
        private byte @Nullable [] text(@Nullable String blob) {
            if (blob == null) {
                return new byte[0];
            }
            if (read > LINES_BUDGET) {
                return null;
            }
            try {
                byte[] bytes = repository.blob(blob, TEXT_LIMIT);
                read += bytes.length;
                return LineDiff.isBinary(bytes) || LfsPointer.of(bytes).isPresent() ? null : bytes;
            } catch (Fault large) {
                if (large.code().equals("files.too-large")) {
                    return null;
                }
                throw large;
            }
        }
    }
}
