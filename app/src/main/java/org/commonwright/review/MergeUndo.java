package org.commonwright.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.GitRepository;
import org.commonwright.git.History;
import org.commonwright.governance.Decision;
import org.commonwright.governance.Undone;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordStore;
import org.jspecify.annotations.Nullable;

/// Takes the last merge of a branch back: branch, files and records are as they were before it. Only as long as nothing stands on
/// it: no later commit, no other branch, no tag, no copy that was seen on a remote. The merge itself stays in the repository under a
/// name of its own.
public final class MergeUndo {
    private static final String KEPT = "refs/commonwright/undone/";

    private final GitRepository repository;
    private final RecordStore records;

    public MergeUndo(GitRepository repository, RecordStore records) {
        this.repository = repository;
        this.records = records;
    }

    /// A merge that can be taken back.
    ///
    /// @param before where the branch was
    /// @param subject the first line of its message
    /// @param decision the entry that decided its proposal; empty for a merge without one
    public record Last(String branch, CommitId merge, CommitId before, String subject, Optional<Entry> decision) {}

    /// The ref under which a merge that was taken back is kept.
    public static String keptAs(CommitId merge) {
        return KEPT + merge.hex();
    }

    /// What can be taken back on a branch.
    ///
    /// @param branch the one that is checked out when null
    /// @throws Fault `merging.undo-no-branch`, `merging.undo-no-merge`, `merging.undo-stood-on` naming what stands on it,
    ///         `merging.undo-other` when somebody else decided it; what [RecordStore#maySpeak] throws when oneself did
    public Last last(@Nullable String branch) {
        String name = branch != null
                ? branch
                : repository.currentBranch()
                        .orElseThrow(() -> new Fault("merging.undo-no-branch", repository.folder()));
        CommitId tip = repository.refs().get("refs/heads/" + name)
                .orElseThrow(() -> new Fault("merging.undo-no-branch", repository.folder()));
        CommitInfo commit = repository.history().commit(tip);
        if (commit.parents().size() < 2) {
            throw new Fault("merging.undo-no-merge", name, tip.abbreviated());
        }
        standingOn(tip, commit.parents(), "refs/heads/" + name)
                .ifPresent(ref -> {
                    throw new Fault("merging.undo-stood-on", tip.abbreviated(), ref);
                });
        Optional<Entry> decision = decision(tip);
        decision.filter(entry -> !entry.author().equals(records.identity().agent())).ifPresent(entry -> {
            throw new Fault("merging.undo-other", tip.abbreviated(), entry.author());
        });
        if (decision.isPresent()) {
            // Its proposal would stay merged: what is signed with a key that was withdrawn opens nothing again.
            records.maySpeak();
        }
        return new Last(name, tip, commit.parents().getFirst(), commit.message().lines().findFirst().orElse(""),
                decision);
    }

    /// Takes it back.
    ///
    /// @throws Fault `git.moved` when the branch moved meanwhile, `git.would-overwrite` when uncommitted work is in the way; nothing
    ///         is changed then
    public void undo(Last last, String reason) {
        String kept = keptAs(last.merge());
        repository.refs().update(kept, repository.refs().get(kept), last.merge());
        move(last.branch(), last.merge(), last.before());
        try {
            last.decision().ifPresent(entry -> record(entry, reason));
        } catch (Fault fault) {
            // Files and records say the same, or nothing was done.
            move(last.branch(), last.before(), last.merge());
            throw fault;
        }
    }

    /// The merge that stood on this one and was taken back here: whoever says "undo" twice may mean it only. Several when this was undone
    /// and merged anew; one of them is named.
    public Optional<CommitInfo> undoneBefore(Last last) {
        return repository.refs().list(KEPT).values().stream().filter(id -> repository.resolve(id.hex()).isPresent())
                .map(repository.history()::commit)
                .filter(commit -> !commit.parents().isEmpty() && commit.parents().getFirst().equals(last.merge()))
                .findFirst();
    }

    private void record(Entry decided, String reason) {
        String proposal = decided.body().path("proposal").asText();
        var undone = new Undone(proposal, decided.id(), reason.strip(), records.identity().person());
        records.append(Undone.KIND, undone.toBody(), new ContentId(proposal), decided.id());
    }

    private Optional<Entry> decision(CommitId merge) {
        return records.read().entries().stream().filter(entry -> entry.kind().equals(Decision.KIND))
                .filter(entry -> entry.body().path("merge").asText().equals(merge.hex())).findFirst();
    }

    /// A ref other than `own` from which the merge is reached. What only a parent of it reaches is no child.
    private Optional<String> standingOn(CommitId merge, List<CommitId> parents, String own) {
        Map<String, CommitId> all = repository.refs().list("refs/");
        List<Map.Entry<String, CommitId>> others = all.entrySet().stream()
                .filter(ref -> !ref.getKey().equals(own) && !ref.getKey().startsWith("refs/commonwright/"))
                .filter(ref -> repository.resolve(ref.getValue().hex()).isPresent()).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        List<CommitId> tips = others.stream().map(Map.Entry::getValue).distinct().toList();
        try (Stream<CommitInfo> walk = repository.history().walk(tips, parents, History.Order.NEWEST_FIRST)) {
            if (walk.noneMatch(commit -> commit.id().equals(merge))) {
                return Optional.empty();
            }
        }
        return others.stream().filter(ref -> repository.history().isAncestor(merge, ref.getValue()))
                .map(Map.Entry::getKey).findFirst();
    }

    private void move(String branch, CommitId from, CommitId to) {
        if (!repository.isBare() && repository.currentBranch().filter(branch::equals).isPresent()) {
            repository.workTree().advance(Optional.of(from), to);
        } else if (!repository.refs().update("refs/heads/" + branch, Optional.of(from), to)) {
            throw new Fault("git.moved", repository.folder());
        }
    }
}
