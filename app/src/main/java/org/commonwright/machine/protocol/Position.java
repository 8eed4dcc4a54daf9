package org.commonwright.machine.protocol;

/// A point in millimetres.
public record Position(double x, double y, double z) {
    public static final Position ORIGIN = new Position(0, 0, 0);

    public Position plus(Position other) {
        return new Position(x + other.x, y + other.y, z + other.z);
    }

    public Position minus(Position other) {
        return new Position(x - other.x, y - other.y, z - other.z);
    }

    public Position times(double factor) {
        return new Position(x * factor, y * factor, z * factor);
    }

    /// @param axis 0 x, 1 y, 2 z
    public double along(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IllegalArgumentException("axis " + axis);
        };
    }

    /// Distance to the origin.
    public double length() {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
