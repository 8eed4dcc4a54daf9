package org.commonwright.machine.virtual;

import java.util.Locale;

/// GRBL's modal state, as `$G` lists it.
final class GrblModes {
    double motion;
    int plane = 17;
    boolean relative;
    boolean inches;
    boolean inverseTime;
    int system = 54;
    int spindle = 5;
    boolean mist;
    boolean flood;
    /// What is switched on now; the modes above are what the parser has read, which may still wait for standstill.
    int turning = 5;
    boolean flooding;
    boolean misting;
    int tool;
    /// Program feed in mm per minute.
    double feed;
    double speed;

    /// As after a reset.
    void reset() {
        toolOff();
        motion = 0;
        feed = 0;
        relative = false;
        inches = false;
        inverseTime = false;
        system = 54;
        plane = 17;
    }

    /// What `M2` and `M30` set.
    void programEnd() {
        toolOff();
        motion = 1;
        relative = false;
        inverseTime = false;
        system = 54;
        plane = 17;
    }

    void toolOff() {
        spindle = 5;
        flood = false;
        mist = false;
        switchTool();
    }

    /// A coolant is switched by hand.
    void toggle(boolean mistNotFlood, boolean forbidden) {
        if (!forbidden && mistNotFlood) {
            misting = !misting;
            mist = misting;
        } else if (!forbidden) {
            flooding = !flooding;
            flood = flooding;
        }
    }

    /// What was read comes true.
    void switchTool() {
        turning = spindle;
        flooding = flood;
        misting = mist;
    }

    double unit() {
        return inches ? 25.4 : 1;
    }

    /// The bracketed line that answers `$G`.
    String list() {
        String move = motion == Math.rint(motion) ? "G" + (int) motion : String.format(Locale.ROOT, "G%.1f", motion);
        String coolant = flood ? mist ? "M7 M8" : "M8" : mist ? "M7" : "M9";
        return String.format(Locale.ROOT, "[GC:%s G%d G%d G%d G%d G%d M%d %s T%d F%.0f S%.0f]", move, system, plane,
                inches ? 20 : 21, relative ? 91 : 90, inverseTime ? 93 : 94, spindle, coolant, tool, feed, speed);
    }
}
