package org.commonwright.contribution.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.commonwright.contribution.pass.CommitTable.Row;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitOutline;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.git.History;
import org.commonwright.git.TreeDiffs;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Ahead;
import org.commonwright.task.Progress;

/// Walks a history forward, parents before children, and keeps the files of a commit only as long as a child needs them. It
/// begins where saved states are, when these are enough.
final class HistoryPass {
    /// How many commits before the tip have their states saved, so that a branch that began at one of them is cheap.
    private static final int SAVED = 24;
    private static final int MOST_THREADS = 4;
    /// Fewer commits are walked before other threads would have begun.
    private static final int WORTH_THREADS = 64;

    private final GitRepository repository;
    private final CommitTable commits;
    private final Map<CommitId, Map<RepoPath, FileState>> states = new HashMap<>();
    private final Map<CommitId, Map<RepoPath, FileState>> saved = new LinkedHashMap<>();
    private final Map<CommitId, Integer> childrenLeft = new HashMap<>();
    private final BlobTexts texts;
    private final Similarity similarity;
    private final Set<String> missing;

    HistoryPass(GitRepository repository, SavedStates before, BlobTexts texts) {
        this.repository = repository;
        this.commits = before.commits();
        this.missing = new TreeSet<>(before.missing());
        this.texts = texts;
        this.similarity = new Similarity(texts);
        before.states().forEach((commit, files) -> {
            if (isHere(commit)) {
                saved.put(commit, files);
            }
        });
    }

    /// A commit that was saved may be gone: rewritten and cleaned up, or of another repository that stood here before.
    private boolean isHere(CommitId commit) {
        try {
            return repository.resolve(commit.hex()).isPresent();
        } catch (Fault fault) {
            if (fault.code().equals("git.missing-object")) {
                return false;
            }
            throw fault;
        }
    }

    /// The files of `tip`.
    Map<RepoPath, FileState> run(CommitId tip, Progress progress) {
        Map<RepoPath, FileState> known = saved.get(tip);
        if (known != null) {
            return known;
        }
        List<CommitOutline> steps = steps(tip);
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        if (threads > 1 && steps.size() >= WORTH_THREADS) {
            try (var ahead = new Ahead<CommitOutline, Prepared>(steps, threads, progress,
                    () -> new Preparing(repository, texts))) {
                walk(steps, _ -> ahead.next(), progress);
            }
        } else {
            try (TreeDiffs diffs = repository.diffs()) {
                walk(steps, step -> new Prepared(diffs.of(step)), progress);
            }
        }
        missing.addAll(texts.missing());
        return saved.get(tip);
    }

    private void walk(List<CommitOutline> steps, Function<CommitOutline, Prepared> preparing, Progress progress) {
        for (int i = 0; i < steps.size(); i++) {
            progress.check();
            boolean keep = i >= steps.size() - SAVED;
            step(steps.get(i), keep, preparing.apply(steps.get(i)));
            progress.update((double) (i + 1) / steps.size());
        }
    }

    SavedStates saved() {
        var kept = new LinkedHashMap<CommitId, Map<RepoPath, FileState>>();
        saved.entrySet().stream().skip(Math.max(0, saved.size() - 2L * SAVED))
                .forEach(e -> kept.put(e.getKey(), e.getValue()));
        return new SavedStates(commits, kept, missing);
    }

    /// The commits to look at: those after the saved ones when each of their parents is among either, else all.
    private List<CommitOutline> steps(CommitId tip) {
        History history = repository.history();
        List<CommitOutline> fresh = List.of();
        boolean enough = false;
        if (!saved.isEmpty()) {
            fresh = history.outlines(List.of(tip), saved.keySet());
            Set<CommitId> ids = new HashSet<>();
            fresh.forEach(s -> ids.add(s.id()));
            enough = fresh.stream().flatMap(s -> s.parents().stream())
                    .allMatch(p -> ids.contains(p) || saved.containsKey(p));
        }
        List<CommitOutline> steps = enough ? fresh : history.outlines(List.of(tip), List.of());
        if (enough) {
            states.putAll(saved);
        }
        steps.forEach(s -> s.parents().forEach(p -> childrenLeft.merge(p, 1, Integer::sum)));
        return steps;
    }

    private void step(CommitOutline step, boolean keep, Prepared prepared) {
        List<Map<RepoPath, FileState>> parents = new ArrayList<>();
        for (CommitId parent : step.parents()) {
            parents.add(states.get(parent));
        }
        Optional<CommitId> first = step.parents().stream().findFirst();
        List<FileChange> changes = prepared.changes();
        List<Integer> numbers = step.parents().stream().map(commits::number).toList();
        int number = commits.number(step.id());
        if (number < 0) {
            number = commits.add(new Row(step.id(), numbers, step.people(), step.when(), List.of()));
        }
        var result = new CommitStep(number, parents, prepared,
                new Links(repository, step.id(), step.parents(), changes),
                texts,
                similarity);
        commits.replace(number, new Row(step.id(), numbers, step.people(), step.when(), result.changes()));
        Map<RepoPath, FileState> files = heir(first);
        result.removed().forEach(files::remove);
        files.putAll(result.files());
        states.put(step.id(), files);
        step.parents().forEach(this::done);
        if (keep) {
            saved.remove(step.id());
            saved.put(step.id(), files);
        }
    }

    /// The first parent's files: its own map when nobody else needs it any more.
    private Map<RepoPath, FileState> heir(Optional<CommitId> first) {
        if (first.isEmpty()) {
            return new HashMap<>();
        }
        Map<RepoPath, FileState> files = states.get(first.get());
        boolean last = childrenLeft.get(first.get()) == 1 && !saved.containsKey(first.get());
        return last ? files : new HashMap<>(files);
    }

    private void done(CommitId parent) {
        if (childrenLeft.merge(parent, -1, Integer::sum) == 0) {
            states.remove(parent);
        }
    }
}
