package org.commonwright.machine.virtual;

/// Speed over one stretch of way: speeds up from `v0`, keeps at most `top`, slows down to `v1`, all at one acceleration.
final class Ramp {
    private final double v0;
    private final double peak;
    private final double a;
    private final double t1;
    private final double t2;
    private final double t3;
    private final double s1;
    private final double s2;

    Ramp(double v0, double top, double v1, double length, double a) {
        this.v0 = v0;
        this.a = a;
        double reachable = Math.sqrt(Math.max(0, (2 * a * length + v0 * v0 + v1 * v1) / 2));
        this.peak = Math.max(Math.min(top, reachable), Math.min(v0, reachable));
        this.t1 = Math.abs(peak - v0) / a;
        this.s1 = (v0 + peak) / 2 * t1;
        double slow = Math.max(0, Math.min(v1, peak));
        double t = (peak - slow) / a;
        double s3 = (peak + slow) / 2 * t;
        double cruise = Math.max(0, length - s1 - s3);
        this.t2 = peak > 0 ? cruise / peak : 0;
        this.s2 = cruise;
        this.t3 = t;
    }

    /// A ramp that only brakes, to a stand or as far as the way allows.
    static Ramp braking(double v0, double length, double a) {
        double v1 = Math.sqrt(Math.max(0, v0 * v0 - 2 * a * length));
        return new Ramp(v0, v0, v1, Math.min(length, v0 * v0 / (2 * a)), a);
    }

    double seconds() {
        return t1 + t2 + t3;
    }

    double speed(double t) {
        if (t < t1) {
            return v0 + Math.signum(peak - v0) * a * t;
        }
        return t < t1 + t2 ? peak : Math.max(0, peak - a * Math.min(t - t1 - t2, t3));
    }

    double way(double t) {
        if (t < t1) {
            return (v0 + speed(t)) / 2 * t;
        }
        if (t < t1 + t2) {
            return s1 + peak * (t - t1);
        }
        double rest = Math.min(t - t1 - t2, t3);
        return s1 + s2 + (peak + speed(t)) / 2 * rest;
    }
}
