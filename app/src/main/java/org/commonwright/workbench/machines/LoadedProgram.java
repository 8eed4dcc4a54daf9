package org.commonwright.workbench.machines;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonwright.error.Problem;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.machine.protocol.Program;
import org.commonwright.raster.PathModel;
import org.commonwright.workbench.toolpath.ByteLines;
import org.commonwright.workbench.toolpath.CodeLines;
import org.commonwright.workbench.toolpath.PathProgram;

/// A file that is ready to run: its lines, its toolpath, how that is drawn, and the time that it should take.
///
/// @param shown    its toolpath and its lines
/// @param findings what can be known to go wrong with it on this machine
public record LoadedProgram(Program program, PathProgram shown, List<Problem> findings) {
    /// Works out what is shown; for the background.
    static LoadedProgram of(Program program, GcodeFile file, TimeEstimate estimate, List<Problem> findings) {
        return new LoadedProgram(program,
                PathProgram.of(file, estimate, PathModel.of(file.toolpath()), code(program)), findings);
    }

    private static CodeLines code(Program program) {
        return new CodeLines() {
            @Override
            public int count() {
                return program.lines();
            }

            @Override
            public String line(int number) {
                return ByteLines.shown(program.line(number).getBytes(StandardCharsets.ISO_8859_1));
            }
        };
    }

    public GcodeFile file() {
        return shown.file();
    }

    public TimeEstimate estimate() {
        return shown.time();
    }
}
