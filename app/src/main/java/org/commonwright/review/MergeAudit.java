package org.commonwright.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Decider;
import org.commonwright.governance.Decision;
import org.commonwright.governance.DecisionRules;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Proposals;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;

/// Looks at the merges of accepted proposals as the gate does. A host without the gate takes any commit that a decision names; whoever
/// reads the list is to know.
final class MergeAudit implements DecisionRules {
    private final RulesAt rules;
    private final TargetRules counted;
    private final MergeMemory merges;
    private final Progress watch;
    private final Map<Decision, Made> made = new HashMap<>();

    /// @param merges what was found out about merges before; what is new is put there and kept as it comes
    /// @param watch told which merge is looked at
    MergeAudit(GitRepository repository, Workspace workspace, MergeMemory merges, Progress watch) {
        this.rules = new RulesAt(repository, workspace, merges, watch);
        this.merges = merges;
        this.watch = watch;
        this.counted = new TargetRules(rules);
    }

    /// A decision that counts.
    private record Made(Entry entry, Decider by) {}

    @Override
    public void check(RecordView records, ProposalState state, Entry entry, Decision decision, Decider by) {
        counted.check(records, state, entry, decision, by);
        made.putIfAbsent(decision, new Made(entry, by));
    }

    /// What was found out until somebody cancels is kept.
    ///
    /// @throws CancelledFault when a person cancelled
    Proposals judge(RecordView records) {
        Proposals proposals = Proposals.of(records, this);
        int all = (int) proposals.list().stream().filter(this::isNew).count();
        var told = new AtomicInteger();
        Came came = Came.of(rules, proposals.list());
        try {
            Proposals judged = proposals.doubting(state -> {
                watch.check();
                boolean asked = isNew(state);
                if (asked) {
                    watch.say("merging.told-again", told.incrementAndGet(), all);
                }
                Optional<Problem> doubt = state.isOpen()
                        ? came.told(state)
                        : state.decision().flatMap(decision -> doubt(records, state, decision));
                if (asked) {
                    merges.keepUp();
                    watch.update((double) told.get() / all);
                }
                return doubt;
            });
            merges.save();
            return judged;
        } catch (CancelledFault cancelled) {
            merges.keep();
            throw cancelled;
        }
    }

    private boolean isNew(ProposalState state) {
        return state.decision().filter(made::containsKey).map(Decision::merge)
                .filter(merge -> !merges.knows(merge) && rules.isHere(merge)).isPresent();
    }

    /// A merge that is not here yet is not looked at.
    private Optional<Problem> doubt(RecordView records, ProposalState state, Decision decision) {
        CommitId merge = decision.merge();
        Made how = made.get(decision);
        if (merge == null || how == null || !rules.isHere(merge)) {
            return Optional.empty();
        }
        try {
            Ground.step(rules, records, state, how.entry(), decision, how.by());
            return Optional.empty();
        } catch (CancelledFault cancelled) {
            throw cancelled;
        } catch (Fault fault) {
            Messages.Key why = Messages.Key.of(fault.code(), fault.arguments().toArray());
            return Optional.of(isVerdict(fault)
                    ? fault.code().equals("decide.merge-adds")
                            ? adds(merge)
                            : Problem.error(null, "decide.past-the-gate", merge.abbreviated(), why)
                    : Problem.note(null, "decide.merge-not-told", merge.abbreviated(), why));
        }
    }

    private Problem adds(CommitId merge) {
        var added = rules.added(merge);
        RepoPath first = added.getFirst();
        return added.size() == 1
                ? Problem.error(null, "decide.merged-otherwise", merge.abbreviated(), first, MergeWork.VERSION)
                : Problem.error(null, "decide.merged-otherwise-more", merge.abbreviated(), first, added.size() - 1,
                        MergeWork.VERSION);
    }

    /// What objects or rules that cannot be read hide is no verdict.
    private static boolean isVerdict(Fault fault) {
        return fault.code().startsWith("decide.") || fault.code().startsWith("governance.")
                || fault.code().equals("git.unsafe-path");
    }
}
