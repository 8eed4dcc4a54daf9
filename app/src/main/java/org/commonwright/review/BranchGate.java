package org.commonwright.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Decider;
import org.commonwright.governance.Decision;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Proposals;
import org.commonwright.governance.decide.RuleBook;
import org.commonwright.governance.decide.RuleQuote;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;

/// Whether a branch may move: every step must be the merge of a proposal that the rules of the step before let pass. So nobody
/// changes a design past its rules, and the rules change only by their own rules.
public final class BranchGate {
    private static final int MOST_STEPS = 10_000;

    private final GitRepository repository;
    private final RulesAt rules;
    private final MergeMemory merges;
    private final Progress watch;

    /// One that remembers nothing, and that nobody watches.
    public BranchGate(GitRepository repository, Workspace workspace) {
        this(repository, workspace, MergeMemory.none(), Progress.NONE);
    }

    /// @param merges what was found out about merges before; what is new is kept, whatever the verdict
    /// @param watch told which merge is looked at
    public BranchGate(GitRepository repository, Workspace workspace, MergeMemory merges, Progress watch) {
        this.repository = repository;
        this.rules = new RulesAt(repository, workspace, merges, watch);
        this.merges = merges;
        this.watch = watch;
    }

    /// @param branch its short name
    /// @param from where it is; empty when it is not there yet, and then nothing guards it
    /// @param to where it is to go; empty when it is to be deleted
    /// @param records what is known here
    /// @throws Fault why it may not, with the rule quoted
    /// @throws CancelledFault when a person cancelled
    public void check(String branch, Optional<CommitId> from, Optional<CommitId> to, RecordView records) {
        try {
            guard(branch, from, to, records);
        } finally {
            merges.keepIfPossible();
        }
    }

    private void guard(String branch, Optional<CommitId> from, Optional<CommitId> to, RecordView records) {
        if (from.isEmpty() || from.equals(to)) {
            return;
        }
        CommitId old = from.get();
        List<CommitId> steps = to.map(next -> steps(old, next)).orElse(List.of());
        RuleBook book = rules.book(old);
        if (book.people().isEmpty()) {
            return;
        }
        RuleQuote people = book.peopleQuote();
        if (to.isEmpty()) {
            throw new Fault("decide.gate-deletes", branch, people.place(), people.text());
        }
        if (steps.isEmpty()) {
            throw new Fault("decide.gate-rewrites", branch, to.get().abbreviated(), people.place(), people.text());
        }
        DecisionDesk.whole(book, records);
        var seen = new Seen(branch, steps);
        Proposals.of(records, seen::note);
        // What was stopped there was set aside with the decision that it was about, and is no verdict.
        watch.check();
        for (CommitId step : steps) {
            RuleBook before = rules.book(rules.parents(step).getFirst());
            if (!before.people().isEmpty() && !seen.passed.containsKey(step)) {
                throw refusal(branch, step, before, Optional.ofNullable(seen.refused.get(step)));
            }
        }
        // Rules that cannot be read would let nobody decide any more.
        rules.book(to.get());
    }

    private Fault refusal(String branch, CommitId step, RuleBook before, Optional<Fault> why) {
        String subject = repository.history().commit(step).subject();
        RuleQuote people = before.peopleQuote();
        RuleQuote rule = before.quote();
        return why.map(fault -> new Fault(fault, "decide.gate-not-allowed", branch, step.abbreviated(), subject,
                Messages.Key.of(fault.code(), fault.arguments().toArray()), rule.place(), rule.text()))
                .orElseGet(() -> new Fault("decide.gate-no-merge", branch, step.abbreviated(), subject,
                        people.place(), people.text()));
    }

    /// The commits by which the branch moves on, oldest first; none when `to` does not follow `from` by first parents.
    private List<CommitId> steps(CommitId from, CommitId to) {
        var steps = new ArrayList<CommitId>();
        for (CommitId at = to; !at.equals(from);) {
            steps.add(at);
            List<CommitId> parents = rules.parents(at);
            if (parents.isEmpty() || steps.size() > MOST_STEPS) {
                return List.of();
            }
            at = parents.getFirst();
        }
        return steps.reversed();
    }

    /// What the records say about the steps.
    private final class Seen {
        private final String branch;
        private final Set<CommitId> steps;
        private final Map<CommitId, Decision> passed = new HashMap<>();
        private final Map<CommitId, Fault> refused = new HashMap<>();
        private final int unknown;
        private int told;

        Seen(String branch, List<CommitId> steps) {
            this.branch = branch;
            this.steps = new HashSet<>(steps);
            this.unknown = (int) steps.stream().filter(step -> !merges.knows(step)).count();
        }

        /// Looks only at the rules as they stood before the step, whatever they are now.
        void note(RecordView records, ProposalState state, Entry entry, Decision decision, Decider by) {
            CommitId merge = decision.merge();
            if (merge == null || !steps.contains(merge) || !state.proposal().target().equals(branch)) {
                return;
            }
            watch.check();
            boolean asked = !merges.knows(merge) && told < unknown;
            if (asked) {
                told++;
                watch.say("merging.told-again", told, unknown);
            }
            try {
                Ground.step(rules, records, state, entry, decision, by);
                passed.put(merge, decision);
            } catch (CancelledFault cancelled) {
                throw cancelled;
            } catch (Fault fault) {
                refused.put(merge, fault);
            }
            if (asked) {
                watch.update((double) told / unknown);
            }
        }
    }
}
