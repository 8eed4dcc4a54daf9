package org.commonwright.machine.marlin;

/// How far a run is.
enum MarlinPhase {
    /// Answers to commands before the run are still to come.
    BEFORE,
    /// The line numbers begin anew.
    NUMBERING, STREAMING,
    /// The last line is sent; the machine comes to a stand.
    WAITING,
    /// It is to say the word that nothing else says.
    CONFIRMING, STOPPING, ENDED;

    /// Whether the machine owes an answer or a word.
    boolean isOwing() {
        return this == NUMBERING || isStreaming();
    }

    /// Whether numbered lines leave.
    boolean isStreaming() {
        return this == STREAMING || this == WAITING || this == CONFIRMING;
    }
}
