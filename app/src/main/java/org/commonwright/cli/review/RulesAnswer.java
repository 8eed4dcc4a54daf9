package org.commonwright.cli.review;

import java.util.Set;
import java.util.function.Supplier;
import org.commonwright.cli.frame.AnswerNo;
import org.commonwright.error.Fault;

/// What the rules refuse is an answer, not bad input.
final class RulesAnswer {
    private static final Set<String> REFUSALS = Set.of("decide.not-yet", "decide.other-outcome", "decide.merge-adds");

    private RulesAnswer() {}

    static <T> T allowed(Supplier<T> act) {
        try {
            return act.get();
        } catch (Fault fault) {
            throw REFUSALS.contains(fault.code()) ? new AnswerNo(fault) : fault;
        }
    }
}
