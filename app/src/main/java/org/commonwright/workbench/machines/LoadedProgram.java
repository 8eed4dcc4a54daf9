package org.commonwright.workbench.machines;

import java.util.List;
import org.commonwright.error.Problem;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.machine.protocol.Program;
import org.commonwright.raster.PathModel;

/// A file that is ready to run: its lines, its toolpath, how that is drawn, and the time that it should take.
///
/// @param findings what can be known to go wrong with it on this machine
public record LoadedProgram(Program program, GcodeFile file, PathModel path, TimeEstimate estimate,
        List<Problem> findings) {}
