package org.commonwright.governance.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commonwright.error.Problem;
import org.commonwright.governance.Certificate;
import org.commonwright.governance.Certificate.Outcome;
import org.commonwright.governance.Circle;
import org.commonwright.governance.Decider;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.ProposalState.Head;
import org.commonwright.governance.Stance;
import org.commonwright.governance.decide.Tally.Verdict;
import org.commonwright.i18n.Messages;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;

/// How a proposal stands at one moment under the rules of the branch that it wants to enter.
///
/// @param book those rules
/// @param tallies one for each circle of maintainers that it touches; none where the community names nobody
/// @param deadline until when it stays open at least, by the clock of its proposer
/// @param due whether that has passed
/// @param stale what was said about other commits of the proposal
/// @param strangers what was said by people whom the rules do not name
/// @param problems what was set aside, and why
/// @param closed a certificate that holds and that the rules as they are now allow to rest on
public record Standing(RuleBook book, List<Tally> tallies, Instant deadline, boolean due, List<Given> stale,
        List<Given> strangers, List<Problem> problems, Optional<Closed> closed) {
    public Standing {
        tallies = List.copyOf(tallies);
        stale = List.copyOf(stale);
        strangers = List.copyOf(strangers);
        problems = List.copyOf(problems);
    }

    /// A certificate that holds.
    ///
    /// @param uncounted stances of members that it did not list, because they came later or were not there
    public record Closed(ContentId entry, Certificate certificate, Instant at, List<Given> uncounted) {}

    /// @param folders what the proposal touches
    /// @param now when it is asked
    public static Standing of(Stances stances, ProposalState state, RuleBook book, List<RepoPath> folders,
            Instant now) {
        Head head = state.head();
        List<Circle> circles = book.circles(folders);
        Instant deadline = deadline(head, book);
        return new Standing(book, tallies(stances, head, book, circles, _ -> true), deadline, !now.isBefore(deadline),
                stances.stale(head.head()), circles.isEmpty() ? List.of() : stances.strangers(circles),
                stances.problems(), Optional.empty());
    }

    /// With the certificate that holds, and what was found of others that do not.
    public Standing with(Optional<Closed> certificate, List<Problem> more) {
        return new Standing(book, tallies, deadline, due, stale, strangers,
                Stream.concat(problems.stream(), more.stream()).toList(), certificate);
    }

    /// As if somebody had also said something that no record says yet.
    public Standing saying(Decider who, Stance.Word word) {
        var said = tallies.stream().map(tally -> tally.circle().member(who).isEmpty()
                ? tally
                : Tally.of(book.rule(), tally.circle(), tally.voices().stream()
                        .map(voice -> tally.circle().member(who).equals(Optional.of(voice.member()))
                                ? voice.saying(word)
                                : voice)
                        .toList()))
                .toList();
        return new Standing(book, said, deadline, due, stale, strangers, problems, closed);
    }

    static Instant deadline(Head head, RuleBook book) {
        return head.at().plusSeconds(86_400L * book.rule().days());
    }

    static List<Tally> tallies(Stances stances, Head head, RuleBook book, List<Circle> circles,
            Predicate<ContentId> among) {
        return circles.stream()
                .map(circle -> Tally.of(book.rule(), circle, stances.voices(circle, head.head(), among))).toList();
    }

    static Optional<Outcome> outcome(List<Tally> tallies, boolean due) {
        if (!due) {
            return Optional.empty();
        }
        return tallies.stream().anyMatch(tally -> tally.verdict() == Verdict.FAILS)
                ? Optional.of(Outcome.REJECTED)
                : tallies.stream().allMatch(tally -> tally.verdict() == Verdict.PASSES)
                        ? Optional.of(Outcome.ADOPTED)
                        : Optional.empty();
    }

    /// What comes out when it is closed now; empty while it cannot be.
    public Optional<Outcome> outcome() {
        return outcome(tallies, due);
    }

    /// What stands in the way of adopting it, each a sentence; empty when nothing does.
    public List<Messages.Key> missing() {
        var missing = new ArrayList<Messages.Key>();
        tallies.forEach(tally -> tally.why().ifPresent(missing::add));
        if (!due) {
            missing.add(Messages.Key.of("decide.not-due", deadline, book.rule().days()));
        }
        return List.copyOf(missing);
    }

    /// Where somebody stands in the first circle that names them.
    public Optional<Voice> voice(Decider who) {
        return tallies.stream().flatMap(tally -> tally.circle().member(who).stream().flatMap(member -> tally.voices()
                .stream().filter(voice -> voice.member().equals(member)))).findFirst();
    }

    /// Everything that counts now, each entry once.
    public List<Given> counted() {
        return tallies.stream().flatMap(tally -> tally.voices().stream()).flatMap(voice -> voice.given().stream())
                .distinct().toList();
    }
}
