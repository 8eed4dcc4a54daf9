package org.commonwright.machine.grbl;

import java.util.Optional;
import org.commonwright.error.Problem;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;

/// Notices that a machine whose lines are all answered never comes to its end: it says that it runs, or that its planner is not
/// empty, and does not move; or it says in turn that it stands and that it runs. In a hold, or behind an open door, it waits for a
/// person.
final class GrblStands {
    /// The slowest feed that anybody cuts with moves by a step in less.
    private static final long PATIENCE = 60_000_000_000L;
    /// A machine may seem to stand for a moment between two moves; for so long and so often it does not.
    private static final long DOUBT = 10_000_000_000L;
    private static final int TURNS = 20;

    private String place = "";
    private long since;
    private boolean rested;
    private long settling = -1;
    private int turns;

    /// @param words state and place as the machine wrote them, with all its axes
    /// @return whether it has been at one place for too long, whatever it says meanwhile
    boolean report(MachineStatus status, String words, long now) {
        String at = words.substring(Math.max(0, words.indexOf('|')));
        if (status.state() == MachineState.HOLD || status.state() == MachineState.DOOR || !at.equals(place)) {
            moved(now);
        }
        place = at;
        return now - since > PATIENCE;
    }

    /// It moved, or answered.
    void moved(long now) {
        since = now;
    }

    /// All lines are answered; after [#report].
    ///
    /// @param rest whether it says that it stands
    /// @return why it is not waited for any longer
    Optional<Problem> settles(boolean rest, long now) {
        settling = settling < 0 ? now : settling;
        turns += rested && !rest ? 1 : 0;
        rested = rest;
        if (turns >= TURNS && now - settling > DOUBT) {
            return Optional.of(Problem.error(null, "machine.never-decided", (now - settling) / 1_000_000_000L));
        }
        return now - since > PATIENCE
                ? Optional.of(Problem.error(null, "machine.never-done", PATIENCE / 1_000_000_000L))
                : Optional.empty();
    }
}
