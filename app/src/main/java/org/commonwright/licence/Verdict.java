package org.commonwright.licence;

import java.util.List;
import org.commonwright.i18n.Messages;

/// A licence's answer to one user for one use, with the clause it rests on.
///
/// @param licence the licence's id, or the whole expression when none of its parts is known
/// @param clause where the licence says so, such as `PPL §4(c)`; empty when no clause is known
/// @param reason why, as a text of the program
/// @param conditions what the user must keep to
public record Verdict(Answer answer, String licence, String clause, Messages.Key reason,
        List<Messages.Key> conditions) {
    public Verdict {
        conditions = List.copyOf(conditions);
    }

    boolean stricterThan(Verdict other) {
        return answer.compareTo(other.answer) > 0;
    }
}
