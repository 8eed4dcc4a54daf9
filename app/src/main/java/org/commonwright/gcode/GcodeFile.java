package org.commonwright.gcode;

import java.util.List;
import org.commonwright.error.Problem;

/// What was read of a G-code program.
///
/// @param name     the file's name, as its problems name it
/// @param bytes    its size
/// @param lines    how many lines it has, empty ones and comments included
/// @param dialect  the firmware it is for
/// @param toolpath its moves
/// @param needs    what it asks of the machine
/// @param pauses   what it waits for
/// @param problems what is wrong with it, by line; at most 20 of each kind, then one that counts the rest
public record GcodeFile(String name, long bytes, int lines, Dialect dialect, Toolpath toolpath, MachineNeeds needs,
        Pauses pauses, List<Problem> problems) {
    /// Whether the firmware would refuse a line of it.
    public boolean refused() {
        return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }
}
