package org.commonwright.workbench.toolpath;

import java.util.EnumSet;
import java.util.Set;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.Layers;
import org.commonwright.gcode.MoveKind;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.gcode.Toolpath;
import org.commonwright.model.Bounds;
import org.commonwright.raster.PathModel;

/// A program that is ready to be shown.
///
/// @param layers as they are made
/// @param kinds  of moves that it has
/// @param model  how it is drawn
/// @param code   its lines
public record PathProgram(GcodeFile file, TimeEstimate time, Layers layers, Set<MoveKind> kinds, PathModel model,
        CodeLines code) {
    public PathProgram {
        kinds = Set.copyOf(kinds);
    }

    /// Works out what is shown; for the background.
    public static PathProgram of(GcodeFile file, TimeEstimate time, PathModel model, CodeLines code) {
        Toolpath path = file.toolpath();
        Set<MoveKind> kinds = EnumSet.noneOf(MoveKind.class);
        for (int i = 0; i < path.size(); i++) {
            kinds.add(path.kind(i));
        }
        return new PathProgram(file, time, Layers.of(path), kinds, model, code);
    }

    public String name() {
        return file.name();
    }

    /// What is worth seeing: where material is cut or laid down, or everything when nothing is.
    public Bounds box() {
        Bounds work = file.toolpath().workBounds();
        return work.isEmpty() ? model.bounds() : work;
    }
}
