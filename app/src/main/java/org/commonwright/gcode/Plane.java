package org.commonwright.gcode;

/// The plane in which arcs turn: its first and second axis, and the axis along which a helix climbs (0 x, 1 y, 2 z).
public enum Plane {
    XY(17, 0, 1, 2), ZX(18, 2, 0, 1), YZ(19, 1, 2, 0);

    private final int code;
    private final int first;
    private final int second;
    private final int climb;

    Plane(int code, int first, int second, int climb) {
        this.code = code;
        this.first = first;
        this.second = second;
        this.climb = climb;
    }

    /// @param code the G code that chooses it, 17 to 19
    public static Plane of(int code) {
        return switch (code) {
            case 17 -> XY;
            case 18 -> ZX;
            case 19 -> YZ;
            default -> throw new IllegalArgumentException("no plane: G" + code);
        };
    }

    /// The G code that chooses it.
    public int code() {
        return code;
    }

    public int first() {
        return first;
    }

    public int second() {
        return second;
    }

    public int climb() {
        return climb;
    }
}
