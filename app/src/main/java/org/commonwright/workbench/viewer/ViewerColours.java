package org.commonwright.workbench.viewer;

import java.util.Set;
import org.commonwright.gcode.MoveKind;
import org.commonwright.raster.PathColours;

/// What a scene is painted with, 0xAARRGGBB, to suit the light or the dark theme.
///
/// @param top    of the background
/// @param bottom of the background
/// @param solid  surfaces
/// @param edge   their edges
/// @param grid   lines of the ground
/// @param tool   the tool on a toolpath
/// @param mark   the move that is pointed at
/// @param path   moves by kind: bright where done, pale where still to come
public record ViewerColours(int top, int bottom, int solid, int edge, int grid, int xAxis, int yAxis, int zAxis,
        int tool, int mark,
        PathColours path) {
    private static final Set<MoveKind> AIR = Set.of(MoveKind.RAPID, MoveKind.TRAVEL, MoveKind.HOME);

    public static final ViewerColours LIGHT = new ViewerColours(0xFFFDFDFE, 0xFFE6EAEE, 0xFF7FB8B0, 0xFF2F5F5A,
            0xFFCDD4DB,
            0xFFC0392B, 0xFF2E8B57, 0xFF2F6FBF, 0xFFD9480F, 0xFFC2185B,
            PathColours.of(kind -> bright(kind, 0xFF0F766E, 0xFF8A5A00, 0xFFB0B8C0),
                    kind -> pale(kind, 0xFFB8D4D0, 0xFFE0E4E8)));

    public static final ViewerColours DARK = new ViewerColours(0xFF1A2029, 0xFF0B0F14, 0xFF5FA79D, 0xFF14302D,
            0xFF2B333D,
            0xFFE0685B, 0xFF57B97F, 0xFF6BA4E8, 0xFFFF8A4C, 0xFFFF5C8A,
            PathColours.of(kind -> bright(kind, 0xFF4FD1C1, 0xFFE3B341, 0xFF4A535E),
                    kind -> pale(kind, 0xFF2A5550, 0xFF262D36)));

    public static ViewerColours of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /// @param travel whether moves that neither cut nor lay down are shown
    public PathColours path(boolean travel) {
        return travel ? path : path.without(AIR);
    }

    private static int bright(MoveKind kind, int straight, int arc, int air) {
        return switch (kind) {
            case FEED, EXTRUDE -> straight;
            case ARC -> arc;
            case RAPID, TRAVEL, HOME -> air;
            case RETRACT -> 0;
        };
    }

    private static int pale(MoveKind kind, int work, int air) {
        return kind.works() ? work : kind == MoveKind.RETRACT ? 0 : air;
    }
}
