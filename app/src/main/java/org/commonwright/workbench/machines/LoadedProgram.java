package org.commonwright.workbench.machines;

import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.machine.protocol.Program;
import org.commonwright.raster.PathModel;

/// A file that is ready to run: its lines, its toolpath, how that is drawn, and the time that it should take.
public record LoadedProgram(Program program, GcodeFile file, PathModel path, TimeEstimate estimate) {}
