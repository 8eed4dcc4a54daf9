package org.commonwright.contribution.pass;

import java.util.List;
import java.util.Optional;
import org.commonwright.contribution.diff.LineMatch;
import org.commonwright.contribution.diff.TextLines;
import org.commonwright.contribution.rules.FileKinds;
import org.commonwright.git.CommitOutline;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.git.TreeDiffs;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Ahead;

/// Prepares commits ahead of the pass, on a thread of its own.
final class Preparing implements Ahead.Worker<CommitOutline, Prepared> {
    /// Of commits that change more lines than this, the pass matches the rest itself: what waits for it must stay small.
    private static final int LINES = 100_000;
    private static final int LARGE = 1 << 16;

    private final TreeDiffs diffs;
    private final BlobTexts texts;

    Preparing(GitRepository repository, BlobTexts texts) {
        this.diffs = repository.diffs();
        this.texts = texts;
    }

    @Override
    public Prepared work(CommitOutline step) {
        List<FileChange> changes = diffs.of(step);
        var prepared = new Prepared(changes);
        // Most of what a merge changes against its first parent is another parent's, to the byte.
        int left = step.parents().size() > 1 ? 0 : LINES;
        for (FileChange change : changes) {
            String blob = change.newBlob();
            if (blob != null && !change.link() && left > 0 && FileKinds.isFollowed(change.path())
                    && !mayBeNetlist(change.path(), blob)) {
                left -= prepare(prepared, Optional.ofNullable(change.oldBlob()), blob);
            }
        }
        return prepared;
    }

    /// What stands beside it only the pass knows; a large netlist is not worth reading before.
    private boolean mayBeNetlist(RepoPath file, String blob) {
        return !FileKinds.schematics(file).isEmpty() && texts.size(blob) > LARGE;
    }

    private int prepare(Prepared prepared, Optional<String> older, String newer) {
        TextLines before = older.map(texts::text).orElse(null);
        TextLines after = texts.text(newer, before);
        if (after != null && before != null) {
            prepared.put(older.get(), newer, LineMatch.match(before, after));
        } else if (after != null) {
            prepared.put(newer, after.count());
        }
        return after == null ? 0 : after.count();
    }

    @Override
    public void close() {
        diffs.close();
    }
}
