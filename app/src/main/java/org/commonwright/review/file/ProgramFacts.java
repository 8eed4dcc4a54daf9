package org.commonwright.review.file;

import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.MachineNeeds;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.gcode.Toolpath;
import org.commonwright.model.Bounds;

/// What a program makes its machine do, in figures.
///
/// @param dialect the firmware it is for
/// @param lines of the file
/// @param moves of the tool
/// @param box of the moves that cut or lay down material, mm
/// @param length of all moves, mm
/// @param travel of those that neither cut nor lay down material, mm
/// @param filament mm that are fed
/// @param seconds as its firmware would take with the limits that it ships with; without waits
/// @param needs temperatures, spindle and tools
/// @param refused whether its firmware would refuse a line
public record ProgramFacts(String dialect, int lines, int moves, Bounds box, double length, double travel,
        double filament, double seconds, MachineNeeds needs, boolean refused) {
    public static ProgramFacts of(GcodeFile file) {
        Toolpath path = file.toolpath();
        double travel = 0;
        for (int i = 0; i < path.size(); i++) {
            travel += path.kind(i).works() ? 0 : path.length(i);
        }
        return new ProgramFacts(file.dialect().id(), file.lines(), path.size(), path.workBounds(), path.totalLength(),
                travel, path.totalFilament(),
                TimeEstimator.estimate(path, MotionLimits.of(file.dialect())).seconds(), file.needs(),
                file.refused());
    }
}
