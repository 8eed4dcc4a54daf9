package org.commonwright.contribution.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commonwright.contribution.diff.LineMatch;
import org.commonwright.contribution.diff.TextLines;
import org.commonwright.contribution.pass.CommitTable.Change;
import org.commonwright.contribution.rules.FileKinds;
import org.commonwright.git.FileChange;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// One commit of the pass: from the files of its parents and from what it changes against the first of them, the origins of
/// the files that it changes. The rules are those of `git blame`: a file that one parent has with the same bytes is that
/// parent's, wholly; else each line belongs to the first parent that has it; a line that none has is the commit's own.
final class CommitStep {
    private static final int NOBODY = -1;

    private final int number;
    private final List<Map<RepoPath, FileState>> parents;
    private final Prepared prepared;
    private final Links links;
    private final BlobTexts texts;
    private final Similarity similarity;
    private final Predicate<RepoPath> stays;
    private final Map<Integer, Renames> renames = new HashMap<>();
    private final Map<RepoPath, FileState> files = new HashMap<>();
    private final List<RepoPath> removed = new ArrayList<>();
    private final Map<RepoPath, RepoPath> movedFrom = new HashMap<>();
    private @Nullable Map<String, FileState> renamedTexts;

    CommitStep(int number, List<Map<RepoPath, FileState>> parents, Prepared prepared, Links links,
            BlobTexts texts, Similarity similarity) {
        this.number = number;
        this.parents = parents;
        this.prepared = prepared;
        this.links = links;
        this.texts = texts;
        this.similarity = similarity;
        Set<RepoPath> gone = new HashSet<>();
        Set<RepoPath> here = new HashSet<>();
        for (FileChange change : prepared.changes()) {
            (isFile(change) ? here : gone).add(change.path());
        }
        Map<RepoPath, FileState> first = parents.isEmpty() ? Map.of() : parents.getFirst();
        this.stays = path -> here.contains(path) || first.containsKey(path) && !gone.contains(path);
        removed.addAll(gone);
        for (FileChange change : prepared.changes()) {
            if (isFile(change) && change.newBlob() != null) {
                files.put(change.path(), file(change.path(), change.newBlob()));
            }
        }
    }

    private static boolean isFile(FileChange change) {
        return change.newBlob() != null && !change.isLink();
    }

    /// The new states of changed files.
    Map<RepoPath, FileState> files() {
        return files;
    }

    List<RepoPath> removed() {
        return removed;
    }

    /// Whose lines came and went, against the first parent; to be asked before that one's files are changed.
    List<Change> changes() {
        Map<RepoPath, FileState> first = parents.isEmpty() ? Map.of() : parents.getFirst();
        List<Change> changes = new ArrayList<>();
        removed.forEach(path -> change(path, null, first.get(path), null, changes));
        files.forEach(
                (path, state) -> change(path, movedFrom.get(path), first.get(path), state, changes));
        return List.copyOf(changes);
    }

    private static void change(RepoPath path, @Nullable RepoPath from, @Nullable FileState before,
            @Nullable FileState after, List<Change> changes) {
        LineDelta delta = LineDelta.between(before == null ? null : before.origins(),
                after == null ? null : after.origins());
        if (!delta.isEmpty()) {
            changes.add(new Change(path, from, delta));
        }
    }

    private FileState file(RepoPath path, String blob) {
        FileState[] sources = new FileState[parents.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = parents.get(i).get(path);
            if (sources[i] != null && sources[i].blob().equals(blob)) {
                return sources[i];
            }
        }
        if (!FileKinds.isFollowed(path)) {
            return new FileState(blob, null, renamedTexts().get(blob));
        }
        if (FileKinds.schematics(path).stream().anyMatch(stays)) {
            return asleep(blob, sources);
        }
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] == null) {
                sources[i] = renamed(i, path, blob);
                if (sources[i] != null && sources[i].blob().equals(blob) && sources[i].origins() != null) {
                    return sources[i];
                }
            }
        }
        Integer known = prepared.lines(blob);
        TextLines text = known == null ? texts.text(blob) : null;
        if (known == null && text == null) {
            return texts.isMachines(blob) ? asleep(blob, sources) : new FileState(blob, null);
        }
        return new FileState(blob, origins(blob, known == null ? text.count() : known, sources));
    }

    /// A text that is a program's for now.
    private static FileState asleep(String blob, @Nullable FileState[] sources) {
        FileState asleep = null;
        for (int i = 0; i < sources.length && asleep == null; i++) {
            asleep = sources[i] == null ? null : sources[i].text();
        }
        return new FileState(blob, null, asleep);
    }

    /// The texts that are gone, by their bytes: one that now has the name of a program's file is still one.
    private Map<String, FileState> renamedTexts() {
        if (renamedTexts == null) {
            renamedTexts = new HashMap<>();
            for (RepoPath path : removed) {
                FileState state = parents.isEmpty() ? null : parents.getFirst().get(path);
                if (state != null && state.text() != null) {
                    renamedTexts.put(state.blob(), state.text());
                }
            }
        }
        return renamedTexts;
    }

    private @Nullable FileState renamed(int parent, RepoPath path, String blob) {
        if (links.stoodAt(parent, path)) {
            return null;
        }
        RepoPath source = renames.computeIfAbsent(parent, p -> new Renames(parents.get(p), gone(p), similarity))
                .source(path, blob).orElse(null);
        if (source == null) {
            return null;
        }
        if (parent == 0) {
            movedFrom.put(path, source);
        }
        return parents.get(parent).get(source);
    }

    /// The files that a parent has and the commit has not, nor a link in their place.
    private Collection<RepoPath> gone(int parent) {
        Stream<RepoPath> gone = parent == 0
                ? removed.stream()
                : parents.get(parent).keySet().stream().filter(stays.negate());
        return gone.filter(path -> !links.standsAt(parent, path)).toList();
    }

    private LineOrigins origins(String blob, int count, @Nullable FileState[] sources) {
        int[] commits = new int[count];
        Arrays.fill(commits, NOBODY);
        Set<String> seen = new HashSet<>();
        for (FileState source : sources) {
            FileState text = source == null ? null : source.text();
            if (text != null && seen.add(text.blob())) {
                int[] match = match(text.blob(), blob);
                if (match != null) {
                    inherit(commits, match, text.origins().expand());
                }
            }
        }
        for (int i = 0; i < commits.length; i++) {
            if (commits[i] == NOBODY) {
                commits[i] = number;
            }
        }
        return LineOrigins.of(commits);
    }

    private int @Nullable [] match(String older, String newer) {
        int[] known = prepared.match(older, newer);
        if (known != null) {
            return known;
        }
        TextLines before = texts.text(older);
        TextLines after = texts.text(newer, before);
        return before == null || after == null ? null : LineMatch.match(before, after);
    }

    private static void inherit(int[] commits, int[] match, int[] older) {
        for (int i = 0; i < commits.length; i++) {
            if (commits[i] == NOBODY && match[i] >= 0) {
                commits[i] = older[match[i]];
            }
        }
    }
}
