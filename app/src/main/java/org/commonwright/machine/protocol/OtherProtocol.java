package org.commonwright.machine.protocol;

import java.util.regex.Pattern;

/// Whole lines that only one family of firmware says, so that a run notices when another one answers: a board was exchanged, or a serial
/// server leads elsewhere now. Its `ok` would otherwise be taken for that of a line it never understood.
public final class OtherProtocol {
    private static final Pattern MARLIN = Pattern
            .compile(
                    "start|Resend: ?[0-9]+|FIRMWARE_NAME:.{3,}|echo:Unknown command: \".*\"|Error:.*Last Line: ?[0-9]+");
    private static final Pattern GRBL = Pattern
            .compile("(?:Grbl|GrblHAL|grblHAL|FluidNC) [0-9v].*\\['\\$'.*\\]|ALARM:[0-9]{1,3}|\\[GC:G.*\\]");

    private OtherProtocol() {}

    /// Whether Marlin and its relatives say this, and GRBL never does.
    public static boolean isOfMarlin(String line) {
        return MARLIN.matcher(line).matches();
    }

    /// Whether GRBL and its relatives say this, and Marlin never does.
    public static boolean isOfGrbl(String line) {
        return GRBL.matcher(line).matches();
    }
}
