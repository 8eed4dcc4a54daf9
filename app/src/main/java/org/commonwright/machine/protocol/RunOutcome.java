package org.commonwright.machine.protocol;

import java.util.List;
import org.commonwright.error.Problem;

/// How a run ended.
///
/// @param progress the last counts: after anything but a completed run the lines from `executed + 1` to `sent` may or may not
/// have been done
/// @param resends lines that had to be sent again
/// @param errors what the machine refused, with the lines
/// @param seconds from the first line to the end
public record RunOutcome(End end, RunProgress progress, int resends, List<Problem> errors, double seconds) {
    /// The three ways a run ends.
    public sealed interface End {}

    /// Every line was executed, and nothing speaks against it.
    public record Completed() implements End {}

    /// A person stopped it.
    public record Aborted() implements End {}

    /// It could not go on, or it is not certain that the part is right.
    ///
    /// @param reason one sentence for a person
    public record Failed(Problem reason) implements End {}

    public boolean isCompleted() {
        return end instanceof Completed;
    }

    /// `completed`, `aborted` or `failed`: the word of the command line and of the journal.
    public String word() {
        return switch (end) {
            case Completed _ -> "completed";
            case Aborted _ -> "aborted";
            case Failed _ -> "failed";
        };
    }
}
