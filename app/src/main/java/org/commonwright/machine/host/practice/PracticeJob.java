package org.commonwright.machine.host.practice;

/// A machine behind a host of software: it warms up at once and does a file in a fixed time. Guarded by its own lock.
final class PracticeJob {
    private static final double NANOS = 1e9;
    private static final double NOZZLE = 205;
    private static final double BED = 60;
    private static final double ROOM = 21;

    private final double seconds;
    private String file = "";
    private long size;
    private State state = State.STANDBY;
    private double done;
    private long since;

    /// What it does; the names are Klipper's.
    enum State {
        STANDBY, PRINTING, PAUSED, COMPLETE, CANCELLED, SHUTDOWN;

        boolean isUnderWay() {
            return this == PRINTING || this == PAUSED;
        }
    }

    /// @param seconds what every file takes
    PracticeJob(double seconds) {
        this.seconds = seconds;
    }

    synchronized void start(String name, long bytes) {
        file = name;
        size = bytes;
        done = 0;
        state = State.PRINTING;
        since = System.nanoTime();
    }

    synchronized State state() {
        pass();
        return state;
    }

    synchronized void pause() {
        pass();
        state = state == State.PRINTING ? State.PAUSED : state;
    }

    synchronized void resume() {
        pass();
        state = state == State.PAUSED ? State.PRINTING : state;
    }

    synchronized void cancel() {
        pass();
        state = state.isUnderWay() ? State.CANCELLED : state;
    }

    synchronized void finish() {
        done = seconds;
    }

    synchronized void shutdown() {
        state = State.SHUTDOWN;
    }

    synchronized String file() {
        return file;
    }

    synchronized long size() {
        return size;
    }

    /// Of the file, 0 to 1.
    synchronized double fraction() {
        pass();
        return seconds <= 0 ? 1 : Math.min(1, done / seconds);
    }

    synchronized double seconds() {
        pass();
        return done;
    }

    synchronized double left() {
        return Math.max(0, seconds - seconds());
    }

    synchronized double nozzle() {
        return state().isUnderWay() ? NOZZLE : ROOM;
    }

    synchronized double bed() {
        return state().isUnderWay() ? BED : ROOM;
    }

    private void pass() {
        long now = System.nanoTime();
        if (state == State.PRINTING) {
            done += (now - since) / NANOS;
            if (done >= seconds) {
                state = State.COMPLETE;
            }
        }
        since = now;
    }
}
