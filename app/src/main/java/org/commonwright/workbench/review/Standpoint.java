package org.commonwright.workbench.review;

import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.governance.Certificate.Outcome;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.decide.Standing;
import org.commonwright.review.DecisionDesk;
import org.commonwright.review.ReviewDesk;

/// How an open proposal stands, and what whoever sits here may do about it.
///
/// @param standing empty while the rules of the branch cannot be read
/// @param mayNotSpeak why they may not give a stance; empty when they may
/// @param mayNotAccept why the rules do not let them merge it now
/// @param mayNotDecline why the rules do not let them decline it now
/// @param mayNotRevise why they cannot put forward what its branch has become
public record Standpoint(Optional<Standing> standing, Optional<Fault> mayNotSpeak, Optional<Fault> mayNotAccept,
        Optional<Fault> mayNotDecline, Optional<Fault> mayNotRevise) {
    /// Whether stances are counted: then a merge holds nothing that nobody has seen.
    boolean isCounted() {
        return standing.filter(now -> now.book().counts() && !now.tallies().isEmpty()).isPresent();
    }

    static Standpoint of(ReviewDesk reviews, ProposalState state) {
        DecisionDesk desk = reviews.decisions();
        Optional<Fault> mayNotRevise = reviews.mayNotRevise(state);
        Optional<Standing> standing;
        try {
            standing = Optional.of(desk.standing(state));
        } catch (Fault rules) {
            Optional<Fault> why = Optional.of(rules);
            return new Standpoint(Optional.empty(), why, why, why, mayNotRevise);
        }
        return new Standpoint(standing, desk.mayNotSpeak(state),
                state.isInAlready()
                        ? Optional.of(new Fault("review.merged-already", state.proposal().title()))
                        : desk.mayNotDecide(state, Outcome.ADOPTED),
                desk.mayNotDecide(state, Outcome.REJECTED), mayNotRevise);
    }
}
