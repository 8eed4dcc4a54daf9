package org.commonwright.machine.heightmap;

import org.commonwright.error.Fault;

/// How a surface is probed, in mm of the work coordinates and mm per minute.
///
/// @param safe height of the way from point to point
/// @param lowest how far down the surface is looked for
/// @param feed of the probing itself
public record ProbeDepths(double safe, double lowest, double feed) {
    /// @throws Fault `heightmap.bad-depths`
    public ProbeDepths {
        if (!(safe > lowest && safe - lowest <= 500 && feed > 0 && feed <= 5000)) {
            throw new Fault("heightmap.bad-depths", safe, lowest, feed);
        }
    }

    /// The longest that one probing can take, in seconds.
    double seconds() {
        return (safe - lowest) / feed * 60;
    }
}
