package org.commonwright.machine.protocol;

/// How far a machine is with a file that it prints from its own card.
///
/// @param done bytes of the file that it has read
/// @param size of the file in bytes, 0 when not yet said
public record CardProgress(long done, long size, boolean paused) {
    /// 0 to 1.
    public double fraction() {
        return size <= 0 ? 0 : Math.clamp((double) done / size, 0, 1);
    }
}
