package org.commonwright.machine.grbl;

import org.commonwright.error.Problem;
import org.commonwright.machine.protocol.Question;
import org.jspecify.annotations.Nullable;

/// The one line that GRBL is being asked, and what it says until it is done with it.
final class GrblAsking {
    private static final int UNREADABLE = 7;

    private @Nullable Question question;

    void ask(Question asked) {
        question = asked;
    }

    boolean isOpen() {
        return question != null && !question.isDone();
    }

    void heard(String line) {
        if (question != null) {
            question.heard(line);
        }
    }

    /// `$#` and `$N` say `error:7` for each place of the memory that was never written, and answer after the last one.
    ///
    /// @return whether this error is no answer
    boolean isRemark(GrblWindow.@Nullable Sent asked, int error) {
        boolean remark = error == UNREADABLE && asked != null
                && (asked.line().equals("$#") || asked.line().equals("$N"));
        if (remark) {
            heard("error:" + error);
        }
        return remark;
    }

    /// Nothing else waits for an answer while a question does.
    ///
    /// @param error GRBL's number; negative when it accepted
    /// @param firmware whose number it is
    /// @return whether there was a question
    boolean settle(int error, String firmware) {
        Question asked = question;
        if (asked == null) {
            return false;
        }
        if (error >= 0) {
            asked.refused(
                    Problem.error(null, "machine.question-refused", asked.line(), GrblCode.error(error, firmware)));
            question = null;
        } else if (!leavesCheck(asked)) {
            asked.answered();
            question = null;
        }
        return true;
    }

    /// Leaving check mode resets GRBL, and whatever is sent between its `ok` and its banner is lost.
    private static boolean leavesCheck(Question asked) {
        return asked.line().equals("$C") && asked.answer().contains("[MSG:Disabled]");
    }

    /// The machine started anew.
    void banner() {
        if (question != null && leavesCheck(question)) {
            question.answered();
        }
        refuse(Problem.error(null, "machine.question-reset"));
    }

    /// Its answer was lost on the cable.
    void lost() {
        if (question != null) {
            refuse(Problem.error(null, "machine.question-lost", question.line()));
        }
    }

    void refuse(Problem why) {
        if (question != null) {
            question.refused(why);
            question = null;
        }
    }
}
