package org.commonwright.machine.marlin;

import org.commonwright.machine.protocol.PassedWay;
import org.commonwright.machine.protocol.Position;

/// Whether the places that Marlin reports are those of its motors. Most builds say where the last line of their planner leads
/// (`report_current_position_projected`, also behind `Count`); some say where the motors are (`AUTO_REPORT_REAL_POSITION`), and no
/// answer tells which it is. So it is learned: a place on the way clearly before the last lines that were answered, and several
/// times in a row, is none of the planner's end; one at the end of the last line begins the count anew.
final class MarlinPlaces {
    private static final int CLEARLY = 3;
    private static final int PROOFS = 3;

    private int proofs;

    /// @param way what was answered and is not known to be done
    boolean areOfTheMotors(Position place, PassedWay way) {
        int after = way.legsAfter(place);
        if (after >= CLEARLY) {
            proofs++;
        } else if (after == 0 && proofs < PROOFS) {
            proofs = 0;
        }
        return proofs >= PROOFS;
    }

    /// Another firmware may be there.
    void forget() {
        proofs = 0;
    }
}
