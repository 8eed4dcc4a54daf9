package org.commonwright.bench;

import org.jspecify.annotations.Nullable;

/// One measured line: ours, and a peer on the same work in the same run when one is installed.
///
/// @param name what was done
/// @param ours our figure
/// @param unit of both figures, such as `s`, `lines/s`, `frames/s`, `bytes/move`
/// @param peer who the peer is; null when there is none
/// @param peerValue the peer's figure; NaN when there is none
public record BenchRow(String name, double ours, String unit, @Nullable String peer, double peerValue) {
    public static BenchRow alone(String name, double ours, String unit) {
        return new BenchRow(name, ours, unit, null, Double.NaN);
    }

    /// How many times better than the peer: rates as ours over theirs, times the other way round.
    public double ratio() {
        return unit.endsWith("/s") ? ours / peerValue : peerValue / ours;
    }
}
