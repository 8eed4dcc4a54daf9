package org.commonwright.machine.protocol;

import java.util.List;
import java.util.Locale;

/// A jog by a fixed step: the lines that move a machine so far and no farther, whatever becomes of the key.
public final class StepJog {
    private StepJog() {}

    /// @param dialect `grbl` or `marlin`
    /// @param by in mm
    /// @param speed in mm per second
    public static List<String> lines(String dialect, Position by, double speed) {
        String way = String.format(Locale.ROOT, "X%.3fY%.3fZ%.3fF%.0f", by.x(), by.y(), by.z(),
                Math.max(1, speed * 60));
        return dialect.equals("grbl") ? List.of("$J=G91G21" + way) : List.of("G91", "G1" + way, "G90");
    }

    /// Calls the place where it stands zero on some axes.
    ///
    /// @param axes such as `X0Y0`
    public static String zero(String dialect, String axes) {
        return (dialect.equals("grbl") ? "G10L20P0" : "G92 ") + axes;
    }
}
