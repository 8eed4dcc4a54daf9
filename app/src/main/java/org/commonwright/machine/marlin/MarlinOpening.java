package org.commonwright.machine.marlin;

import org.commonwright.error.Problem;

/// The file that a program's lines are to go to. Marlin must first have said that it writes to it: otherwise the lines would be
/// done at once.
final class MarlinOpening {
    private final MarlinFrame frame;
    private boolean asked;
    private boolean opened;

    MarlinOpening(MarlinFrame frame) {
        this.frame = frame;
        this.opened = !frame.isStored();
    }

    boolean isOpen() {
        return opened;
    }

    boolean isAsked() {
        return asked;
    }

    String ask() {
        asked = true;
        return frame.first();
    }

    Problem refused() {
        return Problem.error(null, "printer.not-opened", frame.file());
    }

    void heard(String line) {
        opened |= asked && line.startsWith("Writing to file");
    }
}
