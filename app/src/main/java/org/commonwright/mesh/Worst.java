package org.commonwright.mesh;

/// The greatest distance that several threads have found so far, in mm, and where it is.
final class Worst {
    private volatile double distance;
    private double x;
    private double y;
    private double z;

    /// @param known only what is greater counts
    Worst(double known) {
        distance = known;
    }

    double get() {
        return distance;
    }

    /// Seldom more than a look: most distances are not greater than what is known.
    void take(double found, double atX, double atY, double atZ) {
        if (found > distance) {
            greater(found, atX, atY, atZ);
        }
    }

    private synchronized void greater(double found, double atX, double atY, double atZ) {
        if (found > distance) {
            x = atX;
            y = atY;
            z = atZ;
            distance = found;
        }
    }

    /// Where it is, once all threads are done.
    synchronized double[] place() {
        return new double[]{x, y, z};
    }
}
