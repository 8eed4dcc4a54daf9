package org.commonwright.machine.host;

/// The program that a host runs, or ran last.
///
/// @param file its path at the host; empty when there is none
/// @param fraction read of the file, 0 to 1: not what is executed; negative when unknown
/// @param seconds since it began, negative when unknown
/// @param left seconds that it still takes by the host's own estimate; negative when unknown
public record HostJob(String file, Phase phase, double fraction, double seconds, double left) {
    public static final HostJob NONE = new HostJob("", Phase.NONE, -1, -1, -1);

    /// Where it is.
    public enum Phase {
        /// None, or chosen and not begun; also one that ended, where the host does not say how.
        NONE, RUNNING, PAUSED, COMPLETE, CANCELLED, FAILED;

        boolean isUnderWay() {
            return this == RUNNING || this == PAUSED;
        }
    }
}
