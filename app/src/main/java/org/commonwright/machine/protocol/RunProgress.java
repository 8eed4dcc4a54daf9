package org.commonwright.machine.protocol;

/// How far a run is, in lines of the file. Empty lines and comments count with the line before them.
///
/// @param lines of the whole file
/// @param sent the last line that left for the machine
/// @param acknowledged the last line the machine accepted (planned, not done)
/// @param executed the last line that is certainly done
public record RunProgress(int lines, int sent, int acknowledged, int executed) {
    /// Done, 0 to 1, by what is executed.
    public double fraction() {
        return lines == 0 ? 1 : (double) executed / lines;
    }
}
