package org.commonwright.machine.marlin;

import org.commonwright.machine.protocol.ExecutionLedger;
import org.commonwright.machine.protocol.PassedWay;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.SendLog;

/// Which lines of a program Marlin has certainly executed. An `ok` means planned. Three things tell more: the room in the planner
/// that `ADVANCED_OK` adds to each `ok` (`P`; a move under way still has its room); where the motors are, from firmwares that
/// report that ([MarlinPlaces]); and what is answered only at a stand. Where none of them comes, as many moves are held to be under
/// way as the planner has room for, by the bytes that it says at its start (`PlannerBufferBytes`), else as the largest has.
final class MarlinExecuted {
    /// Moves that Marlin can hold when it does not say: the largest planner, and the command buffer before it.
    private static final int UNKNOWN_BLOCKS = 64;
    private static final int BUFFERED_LINES = 8;

    private final ExecutionLedger ledger;
    private final PassedWay way = new PassedWay(false);
    private final MarlinPlaces places;
    private final SendLog log;
    private int room;
    private int underway;
    private boolean counted;
    private int executed;

    /// @param freeBlocks the most room that the planner was seen to have, 0 when it does not say
    /// @param mostBlocks the most moves that the planner can hold by its size in bytes, 0 when it did not say
    /// @param log is told at once
    MarlinExecuted(int freeBlocks, int mostBlocks, MarlinPlaces places, SendLog log) {
        this.log = log;
        this.places = places;
        this.room = whole(freeBlocks);
        this.ledger = new ExecutionLedger(
                (freeBlocks > 0 ? room : mostBlocks > 0 ? mostBlocks : UNKNOWN_BLOCKS) + BUFFERED_LINES);
    }

    /// A planner's size is a power of two (Marlin's `SanityCheck.h`), and one block always stays free: a planner that was never
    /// seen empty is taken for the larger one.
    private static int whole(int free) {
        return free <= 0 ? 0 : 2 * Integer.highestOneBit(free) - 1;
    }

    /// The last line that is certainly executed.
    int line() {
        return executed;
    }

    int acknowledged() {
        return ledger.acknowledged();
    }

    /// A line was answered.
    ///
    /// @param sure whether the answer was certainly this line's
    void answered(MarlinWindow.Sent sent, boolean sure) {
        if (sent.source() > 0) {
            ledger.acknowledged(sent.source(), sent.line(), sure && MarlinLines.waits(sent.line()));
            way.acknowledged(sent.source(), sent.line());
            certain(ledger.executed());
        }
    }

    /// What an `ok` says of the planner, after the lines that it answers were counted.
    void planner(MarlinOk ok) {
        if (ok.freeBlocks() < 0 || ok.number() < 0) {
            return;
        }
        room = Math.max(room, whole(ok.freeBlocks()));
        underway = room - ok.freeBlocks();
        counted = true;
        ledger.underway(underway);
        certain(ledger.executed());
    }

    /// Blocks that were under way at the last `ok`, 0 when it does not say.
    int underway() {
        return counted ? underway : 0;
    }

    /// The machine reported a place.
    void place(Position place) {
        if (places.areOfTheMotors(place, way)) {
            certain(way.at(place));
        }
    }

    /// The machine stands and nothing is planned.
    void allDone() {
        ledger.allDone();
        certain(ledger.executed());
    }

    private void certain(int line) {
        if (line > executed) {
            executed = line;
            log.executed(line);
            way.done(line);
        }
    }
}
