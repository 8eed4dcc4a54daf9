package org.commonwright.governance.decide;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.governance.Certificate;
import org.commonwright.governance.Circle;
import org.commonwright.governance.Decider;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.ProposalState.Head;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Entry;
import org.commonwright.record.Past;
import org.commonwright.record.RecordView;
import org.commonwright.record.Revocations;

/// Counts a certificate again. It holds when everything that it lists is here, was its signers' to say and is all that its own
/// signer can be held to have seen; and when the rules make of it what it says. No clock of ours is asked.
public final class Counting {
    private final RecordView records;
    private final ProposalState state;

    public Counting(RecordView records, ProposalState state) {
        this.records = records;
        this.state = state;
    }

    /// @param book the rules of the commit that the certificate names
    /// @throws Fault why it does not hold
    public Standing.Closed check(Entry entry, Certificate certificate, RuleBook book, List<RepoPath> folders) {
        Revocations.of(records).check(entry);
        Head head = state.head(certificate.head())
                .orElseThrow(() -> new Fault("decide.other-head", certificate.head().abbreviated()));
        if (!certificate.proposal().equals(state.id()) || !cites(entry).contains(head.entry())) {
            throw new Fault("decide.astray", certificate.proposal());
        }
        book.checkMember(Decider.of(records, entry, certificate.person()), folders);
        List<Circle> circles = book.circles(folders);
        Stances stances = Stances.of(records, state);
        List<Tally> tallies = Standing.tallies(stances, head, book, circles,
                Past.since(records, stances.first(entry.id()), entry)::contains);
        Set<ContentId> listed = Set.copyOf(certificate.stances());
        Set<ContentId> seen = ids(tallies);
        if (!cites(entry).containsAll(listed) || !listed.equals(seen)) {
            var differing = new HashSet<>(listed.size() > seen.size() ? listed : seen);
            differing.removeAll(listed.size() > seen.size() ? seen : listed);
            throw new Fault("decide.miscounted", listed.size(), seen.size(),
                    differing.stream().map(ContentId::abbreviated).sorted().findFirst().orElse("-"));
        }
        boolean due = !entry.time().isBefore(Standing.deadline(head, book));
        if (!Standing.outcome(tallies, due).equals(Optional.of(certificate.outcome()))) {
            RuleQuote quote = book.quote();
            throw new Fault("decide.not-what-rules-say", certificate.outcome().id(), quote.place(), quote.text());
        }
        List<Tally> all = Standing.tallies(stances, head, book, circles, _ -> true);
        return new Standing.Closed(entry.id(), certificate, entry.time(), all.stream()
                .flatMap(tally -> tally.voices().stream()).flatMap(voice -> voice.given().stream())
                .filter(given -> !listed.contains(given.entry().id())).distinct().toList());
    }

    private static Set<ContentId> ids(List<Tally> tallies) {
        return tallies.stream().flatMap(tally -> tally.voices().stream()).flatMap(voice -> voice.given().stream())
                .map(given -> given.entry().id()).collect(Collectors.toSet());
    }

    static Set<ContentId> cites(Entry entry) {
        return Stream.concat(entry.cites().stream(), entry.previous().stream()).collect(Collectors.toSet());
    }
}
