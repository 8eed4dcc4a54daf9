package org.commonwright.git;

/// What became of one [PushUpdate].
///
/// @param message what the other side said; may be empty
public record PushOutcome(String remoteRef, Result result, String message) {
    /// How it ended.
    public enum Result {
        /// We moved it.
        OK,
        /// It pointed to our commit already: an earlier push of ours got through, or somebody pushed the same commit.
        ALREADY_THERE,
        /// It is not where we expected it: somebody was first.
        LOST_RACE,
        /// The other side refuses it, whoever pushes.
        REJECTED
    }

    public boolean isOk() {
        return result == Result.OK;
    }
}
