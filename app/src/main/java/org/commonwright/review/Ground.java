package org.commonwright.review;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.governance.Certificate;
import org.commonwright.governance.Circle;
import org.commonwright.governance.Decider;
import org.commonwright.governance.Decision;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.decide.Counting;
import org.commonwright.governance.decide.RuleBook;
import org.commonwright.governance.decide.RuleQuote;
import org.commonwright.governance.decide.Standing;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;

/// What a decision stands on: one maintainer's right where the rules leave it to one at once, else a certificate that holds.
///
/// @param tip the target branch's newest commit, up to which rules may be asked
record Ground(RulesAt rules, RecordView records, ProposalState state, CommitId tip) {
    /// @param book the rules that are to allow it
    /// @throws Fault why they do not
    void check(RuleBook book, Entry entry, Decision decision, Decider by) {
        List<RepoPath> folders = folders(book, decision);
        List<Circle> circles = book.circles(folders);
        if (circles.isEmpty() || decision.certificate() == null && !book.counts()) {
            book.check(by, folders);
            return;
        }
        RuleQuote quote = book.quote();
        if (decision.certificate() == null) {
            throw new Fault("decide.no-certificate", quote.place(), quote.text());
        }
        book.checkMember(by, folders);
        Entry closing = records.find(decision.certificate()).filter(e -> e.kind().equals(Certificate.KIND))
                .orElseThrow(() -> new Fault("decide.certificate-away", decision.certificate().abbreviated()));
        Certificate certificate = Certificate.of(closing.body());
        boolean cited = Stream.concat(entry.cites().stream(), entry.previous().stream())
                .anyMatch(decision.certificate()::equals);
        boolean same = (certificate.outcome() == Certificate.Outcome.ADOPTED) == (decision
                .outcome() == Decision.Outcome.ACCEPTED);
        if (!cited || !same) {
            throw new Fault("decide.other-outcome", certificate.outcome().id(), quote.place(), quote.text());
        }
        certified(closing, certificate, book);
        merged(certificate, decision);
    }

    /// The folders whose maintainers a decision wants.
    List<RepoPath> folders(RuleBook book, Decision decision) {
        ProposalState.Head head = Optional.ofNullable(decision.merge()).filter(rules::isHere)
                .flatMap(merge -> rules.parents(merge).stream().skip(1).findFirst()).flatMap(state::head)
                .orElse(state.head());
        return rules.reach(state.with(head), decision, tip).folders(book);
    }

    /// @throws Fault why a certificate does not hold, or does not hold under these rules
    Standing.Closed certified(Entry closing, Certificate certificate, RuleBook book) {
        if (!isOnTheWay(certificate.at())) {
            throw new Fault("decide.other-time", certificate.at().abbreviated());
        }
        RuleBook then = rules.book(certificate.at());
        if (!then.decidesAs(book)) {
            RuleQuote quote = book.quote();
            throw new Fault("decide.rules-changed", quote.place(), quote.text());
        }
        ProposalState.Head head = state.head(certificate.head())
                .orElseThrow(() -> new Fault("decide.other-head", certificate.head().abbreviated()));
        return new Counting(records, state).check(closing, certificate, then,
                rules.reach(state.with(head), certificate.at()).folders(then));
    }

    /// Lets a merge commit pass that is on its way into the branch. What it holds that neither side has is a change of its own: one
    /// maintainer may make it where the rules let one decide at once; where they count, nobody was asked about it.
    ///
    /// @param mergedBy the version of merging that made it
    /// @throws Fault `decide.merge-adds` with the file and the rule, `governance.not-a-maintainer`; where another version made it,
    ///         `decide.merged-by-older` or `decide.merged-by-newer` with both versions
    void joins(CommitId merge, int mergedBy, RuleBook book, Decider by) {
        List<RepoPath> added = rules.added(merge);
        if (added.isEmpty()) {
            return;
        }
        try {
            mayAdd(merge, added, book, by);
        } catch (Fault fault) {
            throw mergedBy == MergeWork.VERSION
                    ? fault
                    : new Fault(fault,
                            mergedBy < MergeWork.VERSION ? "decide.merged-by-older" : "decide.merged-by-newer",
                            merge.abbreviated(), added.getFirst(), mergedBy, MergeWork.VERSION);
        }
    }

    private static void mayAdd(CommitId merge, List<RepoPath> added, RuleBook book, Decider by) {
        List<RepoPath> folders = Reach.said(added).folders(book);
        if (book.counts() && !book.circles(folders).isEmpty()) {
            RuleQuote quote = book.quote();
            throw new Fault("decide.merge-adds", merge.abbreviated(), added.getFirst(), quote.place(), quote.text(),
                    MergeWork.VERSION);
        }
        book.check(by, folders);
    }

    /// Whether the rules of the commit before a merge let it into the branch.
    ///
    /// @param decision one that accepted it; the commit is here
    /// @throws Fault why they do not
    static void step(RulesAt rules, RecordView records, ProposalState state, Entry entry, Decision decision,
            Decider by) {
        CommitId merge = Objects.requireNonNull(decision.merge());
        List<CommitId> parents = rules.parents(merge);
        if (parents.size() != 2 || state.head(parents.getLast()).isEmpty()) {
            throw new Fault("decide.other-merge", merge.abbreviated(), state.proposal().head().abbreviated());
        }
        RuleBook before = rules.book(parents.getFirst());
        var ground = new Ground(rules, records, state, parents.getFirst());
        ground.check(before, entry, decision, by);
        ground.joins(merge, decision.mergeVersion(), before, by);
    }

    /// The merge, where it is here, joins what was decided about with the branch as it was.
    private void merged(Certificate certificate, Decision decision) {
        CommitId merge = decision.merge();
        if (merge != null && rules.isHere(merge)
                && !rules.parents(merge).equals(Stream.of(decision.at(), certificate.head()).toList())) {
            throw new Fault("decide.other-merge", merge.abbreviated(), certificate.head().abbreviated());
        }
    }

    /// Whether a commit lies on the target branch behind the one that the proposal left it at.
    boolean isOnTheWay(CommitId then) {
        return rules.isHere(then) && rules.isAncestor(then, tip) && rules.left(state.heads().getFirst(), tip)
                .filter(base -> rules.isAncestor(base, then)).isPresent();
    }
}
