package org.commonwright.machine.grbl;

import org.commonwright.machine.protocol.MachineStatus;

/// Up to which line the answers certainly belong to the lines: a line that was lost on the cable is never answered, so from then on
/// each answer is taken for that of the line before. That they do not is proven whenever nothing waits for an answer, and by a report
/// whose receive buffer (`Bf:`) holds exactly what waits.
final class GrblProof {
    private int answered;
    private int line;

    /// @return the last line before which nothing can have been lost
    int line() {
        return line;
    }

    /// A line of the program was answered.
    ///
    /// @param window what still waits
    void answered(int number, GrblWindow window) {
        answered = number;
        if (window.isEmpty()) {
            line = number;
        }
    }

    /// @param usedBytes what the report says waits in the receive buffer
    /// @return whether this report proves that each answer was that of its line, none lost and none too many: the oldest line is out
    ///         of the receive buffer and waits for the planner or for a stand, and all others are still in it
    boolean report(MachineStatus status, int usedBytes, GrblWindow window) {
        GrblWindow.Sent oldest = window.oldest();
        // While the planner is full, the oldest line has left the receive buffer and waits for its place.
        boolean full = oldest != null && status.freeBlocks() == 0;
        int behind = oldest == null ? 0 : window.bytes() - oldest.length();
        if (usedBytes > 0 && usedBytes == (full ? behind : window.bytes())) {
            line = answered;
        }
        return usedBytes > 0 && usedBytes == behind
                && (full || oldest.pause() > 0 || GrblLines.waits(oldest.line()));
    }
}
