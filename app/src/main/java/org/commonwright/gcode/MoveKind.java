package org.commonwright.gcode;

import java.util.List;

/// What a move is for; its colour when it is drawn.
public enum MoveKind {
    /// As fast as the machine may, without cutting.
    RAPID,
    /// A straight cut.
    FEED,
    /// A cut along a circle or a helix.
    ARC,
    /// The tool moves and filament is laid down.
    EXTRUDE,
    /// Filament goes back or forth, the tool stays.
    RETRACT,
    /// A printer's tool moves and lays nothing down.
    TRAVEL,
    /// To the switches, as fast as the machine does that: where they are and how long it takes no program says.
    HOME;

    private static final List<MoveKind> ALL = List.of(values());

    /// The kind with that ordinal.
    public static MoveKind of(int ordinal) {
        return ALL.get(ordinal);
    }

    /// Whether material is cut or laid down.
    public boolean works() {
        return this == FEED || this == ARC || this == EXTRUDE;
    }
}
