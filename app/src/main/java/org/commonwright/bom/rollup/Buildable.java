package org.commonwright.bom.rollup;

import java.util.List;

/// How many pieces could be built from stock alone.
///
/// @param count at most [#MOST]
/// @param limits the parts of which there is not enough for one more
public record Buildable(long count, List<String> limits) {
    /// Nobody counts further.
    public static final long MOST = 1_000_000_000;

    public Buildable {
        limits = List.copyOf(limits);
    }
}
