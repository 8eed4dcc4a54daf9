package org.commonwright.model;

/// An axis-parallel box in millimetres; empty when a minimum is above its maximum.
public record Bounds(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {
    /// The box that holds nothing.
    public static final Bounds EMPTY = new Bounds(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    public boolean isEmpty() {
        return !(minX <= maxX && minY <= maxY && minZ <= maxZ);
    }

    public double sizeX() {
        return isEmpty() ? 0 : maxX - minX;
    }

    public double sizeY() {
        return isEmpty() ? 0 : maxY - minY;
    }

    public double sizeZ() {
        return isEmpty() ? 0 : maxZ - minZ;
    }

    public double centreX() {
        return isEmpty() ? 0 : (minX + maxX) / 2;
    }

    public double centreY() {
        return isEmpty() ? 0 : (minY + maxY) / 2;
    }

    public double centreZ() {
        return isEmpty() ? 0 : (minZ + maxZ) / 2;
    }

    /// From corner to corner.
    public double diagonal() {
        return Math.sqrt(sizeX() * sizeX() + sizeY() * sizeY() + sizeZ() * sizeZ());
    }

    /// The smallest box that holds both.
    public Bounds union(Bounds o) {
        return new Bounds(Math.min(minX, o.minX), Math.min(minY, o.minY), Math.min(minZ, o.minZ),
                Math.max(maxX, o.maxX), Math.max(maxY, o.maxY), Math.max(maxZ, o.maxZ));
    }
}
