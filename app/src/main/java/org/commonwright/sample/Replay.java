package org.commonwright.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.MergePlan;
import org.commonwright.git.PathConflict;
import org.commonwright.git.TreeEdit;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.sample.Step.Change;
import org.commonwright.task.Progress;

/// Writes a stored history into an empty repository. People, dates and files are all in the history, so the commits have
/// the same ids every time.
final class Replay {
    private static final String MAIN = "main";

    private final StoredHistory history;
    private final SampleSource source;
    private final GitRepository repository;
    private final Function<Change.Pin, LockEntry> pins;
    private final Map<String, CommitId> own = new LinkedHashMap<>();
    private final Map<String, Map<String, CommitId>> forks = new TreeMap<>();

    Replay(StoredHistory history, SampleSource source, GitRepository repository,
            Function<Change.Pin, LockEntry> pins) {
        this.history = history;
        this.source = source;
        this.repository = repository;
        this.pins = pins;
    }

    /// Writes every step; branches that were merged are gone afterwards, as people tidy up, tags stay.
    ///
    /// @return the branches of each fork, by owner and name; `main` is where the fork was taken
    Map<String, Map<String, CommitId>> run(Progress progress) {
        for (Step step : history.steps()) {
            progress.check();
            CommitId commit = write(step);
            branches(step).put(step.branch(), commit);
            step.merge().ifPresent(own::remove);
            step.tag().ifPresent(tag -> ref("refs/tags/" + tag, commit));
        }
        own.forEach((branch, commit) -> ref("refs/heads/" + branch, commit));
        return forks;
    }

    private Map<String, CommitId> branches(Step step) {
        return step.fork().isEmpty()
                ? own
                : forks.computeIfAbsent(step.fork().get(), _ -> new LinkedHashMap<>(Map.of(MAIN, tip(step, MAIN))));
    }

    private CommitId write(Step step) {
        Map<String, CommitId> branches = branches(step);
        Optional<CommitId> before = Optional.ofNullable(branches.get(step.branch()))
                .or(() -> Optional.ofNullable(branches.get(step.from())));
        if (before.isEmpty() && step.number() > 1) {
            throw bad(step, step.from());
        }
        var draft = new CommitDraft(step.by(), step.date(), step.fullMessage());
        before.ifPresent(draft::on);
        Optional<MergePlan> merge = step.merge()
                .map(branch -> repository.merges().plan(before.orElseThrow(), tip(step, branch)));
        merge.ifPresent(plan -> draft.parent(plan.theirs()));
        var files = new StepFiles(history.name(), step, source, repository, before.map(repository::tree),
                merge.map(MergePlan::edits).orElse(Map.of()));
        Map<RepoPath, TreeEdit> edits = files.apply(pins);
        for (PathConflict conflict : merge.map(MergePlan::conflicts).orElse(List.of())) {
            if (!edits.containsKey(conflict.path())) {
                throw bad(step, conflict.path().text());
            }
        }
        return repository.commits().write(draft.edits(edits));
    }

    private CommitId tip(Step step, String branch) {
        return Optional.ofNullable(own.get(branch)).orElseThrow(() -> bad(step, branch));
    }

    private void ref(String name, CommitId commit) {
        if (!repository.refs().update(name, Optional.empty(), commit)) {
            throw new Fault("sample.history-bad", history.name() + "/history.toml", name);
        }
    }

    private Fault bad(Step step, String what) {
        return new Fault("sample.step-bad", history.name() + "/history.toml", step.number(), what);
    }
}
