package org.commonwright.contribution.cells;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.contribution.cells.KnownCells.Found;
import org.commonwright.contribution.pass.CommitTable.Change;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.git.FileHistory;
import org.commonwright.git.FileVersion;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Finds the commit from which a version of a list has its bytes. Where the lines of the list are followed, the pass over the
/// history knows the commits that changed it, and those between are not opened; else each is looked at.
final class VersionOrigins {
    private final LineHistory history;
    private final FileHistory files;
    private final Optional<KnownCells> before;
    private final Map<RepoPath, BitSet> changed = new HashMap<>();

    VersionOrigins(LineHistory history, FileHistory files, Optional<KnownCells> before) {
        this.history = history;
        this.files = files;
        this.before = before;
        for (int commit : history.reached()) {
            for (Change change : history.commits().row(commit).changes()) {
                changed.computeIfAbsent(change.file(), _ -> new BitSet()).set(commit);
            }
        }
    }

    int number(CommitId commit) {
        return history.commits().number(commit);
    }

    /// The cells of a version, where an earlier reading found them.
    @Nullable
    CellOrigins known(FileVersion version) {
        return before.map(known -> known.lists().get(version.path()))
                .filter(found -> found.version().equals(version)).map(Found::cells).orElse(null);
    }

    FileVersion of(FileVersion version, Progress progress) {
        FileVersion at = version;
        while (true) {
            progress.check();
            FileVersion earlier = jump(at);
            FileVersion known = knownAt(earlier);
            if (known != null) {
                return known;
            }
            FileVersion same = sameInParent(earlier);
            if (same == null) {
                return earlier;
            }
            at = same;
        }
    }

    /// Back along first parents to the last commit that changed the file, or to the commit of the earlier reading.
    private FileVersion jump(FileVersion version) {
        BitSet changes = changed.get(version.path());
        if (changes == null) {
            return version;
        }
        int at = number(version.commit());
        int stop = before.map(known -> number(known.tip())).orElse(-1);
        while (!changes.get(at) && at != stop && !parents(at).isEmpty()) {
            at = parents(at).getFirst();
        }
        CommitId found = history.commits().row(at).id();
        // A file whose lines were not followed at the time (another encoding) changed unseen.
        return files.at(found, version.path()).filter(there -> there.blob().equals(version.blob())).orElse(version);
    }

    private List<Integer> parents(int commit) {
        return history.commits().row(commit).parents();
    }

    private @Nullable FileVersion knownAt(FileVersion version) {
        return before.filter(known -> known.tip().equals(version.commit()))
                .map(known -> known.lists().get(version.path())).map(Found::version)
                .filter(found -> found.blob().equals(version.blob())).orElse(null);
    }

    private @Nullable FileVersion sameInParent(FileVersion version) {
        for (int parent : parents(number(version.commit()))) {
            Optional<FileVersion> there = files.at(history.commits().row(parent).id(), version.path())
                    .filter(found -> found.blob().equals(version.blob()));
            if (there.isPresent()) {
                return there.get();
            }
        }
        return null;
    }
}
