package org.commonwright.governance.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commonwright.design.manifest.Commons.Maintainers;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.governance.Circle;
import org.commonwright.governance.Decider;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Stance;
import org.commonwright.i18n.Messages;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.record.Entry;
import org.commonwright.record.Past;
import org.commonwright.record.RecordView;
import org.commonwright.record.Revocations;

/// All that was said about one proposal: the same on every replica that has the same entries.
///
/// @param given in the records' order
/// @param problems stances that were set aside, and why
public record Stances(RecordView records, List<Given> given, List<Problem> problems) {
    public static Stances of(RecordView records, ProposalState state) {
        Revocations revoked = Revocations.of(records);
        var given = new ArrayList<Given>();
        var problems = new ArrayList<Problem>();
        for (Entry entry : (Iterable<Entry>) records.ofProposal(Stance.KIND, state.id())::iterator) {
            try {
                Stance stance = Stance.of(entry.body());
                revoked.check(entry);
                if (!follows(entry, state.id())) {
                    throw new Fault("decide.astray", state.id());
                }
                given.add(new Given(entry, stance, Decider.of(records, entry, stance.person())));
            } catch (Fault fault) {
                problems.add(Problem.warning(null, "decide.set-aside", entry.id().abbreviated(), entry.author(),
                        Messages.Key.of(fault.code(), fault.arguments().toArray())));
            }
        }
        return new Stances(records, List.copyOf(given), List.copyOf(problems));
    }

    /// The first of them in the records' order; a certificate over none has seen none.
    ContentId first(ContentId certificate) {
        return given.isEmpty() ? certificate : given.getFirst().entry().id();
    }

    private static boolean follows(Entry entry, String proposal) {
        return Stream.concat(entry.cites().stream(), entry.previous().stream()).map(ContentId::hex)
                .anyMatch(proposal::equals);
    }

    /// Those about other commits than these: they do not count.
    public List<Given> stale(CommitId head) {
        return given.stream().filter(one -> !one.stance().head().equals(head)).toList();
    }

    /// Those of people whom no circle names.
    public List<Given> strangers(List<Circle> circles) {
        return given.stream().filter(one -> circles.stream().noneMatch(c -> c.member(one.by()).isPresent())).toList();
    }

    /// Where each member of a circle stands.
    ///
    /// @param among the entries that may be counted
    public List<Voice> voices(Circle circle, CommitId head, Predicate<ContentId> among) {
        var voices = new ArrayList<Voice>();
        for (String member : circle.members()) {
            List<Given> theirs = given.stream().filter(one -> one.stance().head().equals(head))
                    .filter(one -> among.test(one.entry().id()))
                    .filter(one -> circle.member(one.by()).equals(Optional.of(member))).toList();
            voices.add(new Voice(member, name(member), newest(theirs)));
        }
        return voices;
    }

    private String name(String member) {
        int angle = member.indexOf('<');
        return member.matches(Maintainers.KEY)
                ? Optional.ofNullable(records.writers().get(new AgentId(member))).map(writer -> writer.person().name())
                        .filter(name -> !name.isBlank()).orElse(member)
                : angle > 0 ? member.substring(0, angle).strip() : member;
    }

    /// What nothing of the same member follows. Where they spoke in two places at once, the more cautious word counts.
    private Optional<Given> newest(List<Given> theirs) {
        if (theirs.size() < 2) {
            return theirs.stream().findFirst();
        }
        Set<ContentId> outdated = Past.allSince(records, theirs.getFirst().entry().id(),
                theirs.stream().map(Given::entry).toList());
        return theirs.stream().filter(one -> !outdated.contains(one.entry().id()))
                .max(Comparator.comparing((Given one) -> one.stance().word())
                        .thenComparing(one -> one.entry().id().hex()));
    }
}
