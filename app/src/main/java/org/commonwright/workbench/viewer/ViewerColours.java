package org.commonwright.workbench.viewer;

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
/// @param path   moves by kind: bright where done, pale where still to come
public record ViewerColours(int top, int bottom, int solid, int edge, int grid, int xAxis, int yAxis, int zAxis,
        int tool,
        PathColours path) {
    public static final ViewerColours LIGHT = new ViewerColours(0xFFFDFDFE, 0xFFE6EAEE, 0xFF7FB8B0, 0xFF2F5F5A,
            0xFFCDD4DB,
            0xFFC0392B, 0xFF2E8B57, 0xFF2F6FBF, 0xFFD9480F,
            PathColours.of(kind -> bright(kind, 0xFF0F766E, 0xFF8A5A00, 0xFFB0B8C0),
                    kind -> pale(kind, 0xFFB8D4D0, 0xFFE0E4E8)));

    public static final ViewerColours DARK = new ViewerColours(0xFF1A2029, 0xFF0B0F14, 0xFF5FA79D, 0xFF14302D,
            0xFF2B333D,
            0xFFE0685B, 0xFF57B97F, 0xFF6BA4E8, 0xFFFF8A4C,
            PathColours.of(kind -> bright(kind, 0xFF4FD1C1, 0xFFE3B341, 0xFF4A535E),
                    kind -> pale(kind, 0xFF2A5550, 0xFF262D36)));

    public static ViewerColours of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /// A printer's travel is not shown: it hides what is printed.
    private static int bright(MoveKind kind, int straight, int arc, int air) {
        return switch (kind) {
            case FEED, EXTRUDE -> straight;
            case ARC -> arc;
            case RAPID -> air;
            case TRAVEL, RETRACT, HOME -> 0;
        };
    }

    private static int pale(MoveKind kind, int work, int air) {
        return kind.works() ? work : kind == MoveKind.RAPID ? air : 0;
    }
}
