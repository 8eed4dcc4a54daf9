package org.commonwright.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/// Three-way merges by path. A path that only one side changed is settled; one that both changed is a [PathConflict],
/// whose contents the caller merges as it knows them: a bill of materials by cells, a text by [TextMerge]. A file that one
/// side renamed and the other changed is met at its new path.
public final class Merges {
    private final GitRepository repository;

    Merges(GitRepository repository) {
        this.repository = repository;
    }

    /// Compares both sides with their common ancestors. Where crossed histories give several, a path on which these
    /// disagree is never settled silently.
    ///
    /// @throws Fault `merging.path-not-utf8` for a path that is no UTF-8 and that theirs changed: it could not be written as it is
    public MergePlan plan(CommitId ours, CommitId theirs) {
        List<CommitId> bases = repository.history().mergeBases(ours, theirs);
        var strange = new HashMap<String, String>();
        Map<String, Version> our = listing(ours, strange);
        Map<String, Version> their = listing(theirs, strange);
        List<Map<String, Version>> base = bases.stream().map(one -> listing(one, strange)).toList();
        var paths = new TreeSet<String>(our.keySet());
        paths.addAll(their.keySet());
        var edits = new LinkedHashMap<RepoPath, TreeEdit>();
        var conflicts = new ArrayList<PathConflict>();
        for (String path : paths) {
            Version o = our.get(path);
            Version t = their.get(path);
            if (Objects.equals(o, t)) {
                continue;
            }
            var bs = new HashSet<@Nullable Version>();
            base.forEach(b -> bs.add(b.get(path)));
            Version b = base.isEmpty() ? null : base.getFirst().get(path);
            boolean oneBase = bs.size() <= 1;
            if (strange.containsKey(path) && !(oneBase && Objects.equals(b, t))) {
                // It would be written under another name than it has.
                throw new Fault("merging.path-not-utf8", strange.get(path));
            }
            if (oneBase && Objects.equals(b, o)) {
                edits.put(new RepoPath(path), t == null ? new TreeEdit.Delete() : new TreeEdit.Use(t));
            } else if (!oneBase || !Objects.equals(b, t)) {
                conflicts.add(new PathConflict(new RepoPath(path), oneBase ? b : null, o, t));
            }
        }
        if (bases.size() == 1) {
            var renames = new FollowedRenames(repository, bases.getFirst(), ours, theirs, our, their, edits);
            conflicts = new ArrayList<>(conflicts.stream().flatMap(c -> renames.follow(c).stream()).toList());
        }
        conflicts.addAll(foldersAgainstFiles(our, edits));
        return new MergePlan(bases.stream().findFirst(), ours, theirs, edits, List.copyOf(conflicts));
    }

    /// Writes the merge commit: the files of `ours`, the plan's edits, and `resolutions` for every conflict.
    ///
    /// @param draft people, time, message and signer; its parents and files are set here
    /// @throws Fault `git.unresolved` naming a conflict that `resolutions` leaves open
    public CommitId commit(MergePlan plan, Map<RepoPath, ? extends TreeEdit> resolutions, CommitDraft draft) {
        for (PathConflict conflict : plan.conflicts()) {
            if (!resolutions.containsKey(conflict.path())) {
                throw new Fault("git.unresolved", conflict.path());
            }
        }
        return repository.commits()
                .write(draft.on(plan.ours()).parent(plan.theirs()).edits(plan.edits()).edits(resolutions));
    }

    /// One side made a file where the other has a folder.
    private static List<PathConflict> foldersAgainstFiles(Map<String, Version> our, Map<RepoPath, TreeEdit> edits) {
        var after = new TreeSet<String>(our.keySet());
        edits.forEach((path, edit) -> {
            if (edit instanceof TreeEdit.Delete) {
                after.remove(path.text());
            } else {
                after.add(path.text());
            }
        });
        Set<String> clashing = new TreeSet<>();
        for (String path : after) {
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                if (after.contains(path.substring(0, end))) {
                    clashing.add(edits.containsKey(new RepoPath(path)) ? path : path.substring(0, end));
                }
            }
        }
        var conflicts = new ArrayList<PathConflict>();
        for (String path : clashing) {
            if (edits.remove(new RepoPath(path)) instanceof TreeEdit.Use use) {
                conflicts.add(new PathConflict(new RepoPath(path), null, null, use.version()));
            }
        }
        return conflicts;
    }

    /// @param strange gathers the paths that are not UTF-8, each as it is shown with how it is escaped
    private Map<String, Version> listing(CommitId commit, Map<String, String> strange) {
        Repository jgit = repository.jgit();
        return GitIo.call(GitIo.in(commit, repository.folder()), () -> {
            var found = new TreeMap<String, Version>();
            try (var walk = new RevWalk(jgit); var tree = new TreeWalk(jgit, new TreeCache(walk.getObjectReader()))) {
                tree.addTree(walk.parseCommit(Ids.object(commit)).getTree());
                tree.setRecursive(true);
                TreeBound.set(tree, TreeFilter.ALL, Ids.object(commit));
                while (tree.next()) {
                    put(found, tree.getPathString(), tree.getFileMode(0), tree);
                    if (RawNames.isStrange(tree)) {
                        strange.put(tree.getPathString(), RawNames.escaped(tree.getRawPath()));
                    }
                }
            }
            return found;
        });
    }

    private static void put(Map<String, Version> found, String path, FileMode mode, TreeWalk tree)
            throws IOException {
        if (!RepoPath.isSafe(path)) {
            throw new Fault("git.unsafe-path", path.replaceAll("\\p{Cntrl}", "?"));
        }
        found.put(path, Modes.version(mode, tree.getObjectId(0)));
    }
}
