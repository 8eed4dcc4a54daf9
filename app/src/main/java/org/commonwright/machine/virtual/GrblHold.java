package org.commonwright.machine.virtual;

/// What keeps GRBL standing in the middle of its work: a feed hold or the safety door; and what of the tool is off meanwhile.
/// After a door the spindle first comes up to speed again. (GRBL 1.1, "Real-time commands", `protocol_exec_rt_suspend`.)
final class GrblHold {
    /// `SAFETY_DOOR_SPINDLE_DELAY`.
    private static final long SPIN_UP = 4_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE;

    private final MotionQueue motion;
    private final GrblModes modes;
    private boolean door;
    private boolean spindleStopped;
    private long ready = NEVER;

    GrblHold(MotionQueue motion, GrblModes modes) {
        this.motion = motion;
        this.modes = modes;
    }

    void hold(long now) {
        if (!motion.isHolding()) {
            motion.hold(now);
        }
    }

    void door(long now) {
        door = true;
        ready = NEVER;
        hold(now);
    }

    /// The spindle stop, `0x9E`, is heard only while it stands in a hold.
    ///
    /// @return whether it was
    boolean toggleSpindle() {
        boolean heard = motion.isHeld() && !door && modes.turning != 5;
        spindleStopped ^= heard;
        return heard;
    }

    /// @return whether it goes on now; after a door perhaps only later
    boolean resume(long now) {
        if (!motion.isHeld()) {
            return false;
        }
        if (door && modes.turning != 5) {
            ready = now + SPIN_UP;
            return false;
        }
        goOn(now);
        return true;
    }

    void advance(long now) {
        if (now >= ready) {
            goOn(now);
        }
    }

    private void goOn(long now) {
        clear();
        motion.resume(now);
    }

    void clear() {
        door = false;
        spindleStopped = false;
        ready = NEVER;
    }

    boolean isSpindleOff() {
        return modes.turning == 5 || spindleStopped || isDoorOpen();
    }

    /// Whether spindle and coolant are off because of the door.
    boolean isDoorOpen() {
        return door && motion.isHeld() && ready == NEVER;
    }

    /// `Hold:0`, `Door:3`; the second is still braking, or spinning up.
    String state() {
        if (door) {
            return motion.isHeld() ? ready == NEVER ? "Door:0" : "Door:3" : "Door:2";
        }
        return motion.isHeld() ? "Hold:0" : "Hold:1";
    }

    long nextEvent() {
        return ready;
    }
}
