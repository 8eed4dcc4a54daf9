package org.commonwright.machine.protocol;

/// Works out which lines are certainly executed from which were acknowledged. An acknowledgement means planned; the planner
/// holds so many blocks, so a line is done once that many certain moves were planned after it, or once the firmware
/// acknowledged something that waits for standstill.
public final class ExecutionLedger {
    /// Where steps are not known.
    private static final double CERTAIN = 0.1;

    private final int depth;
    private final int[] moves;
    private final MotionSense sense;
    private int head;
    private int size;
    private int acknowledged;
    private int executed;
    private int standing;

    /// @param depth blocks that can be underway between acknowledgement and the end of their motion
    public ExecutionLedger(int depth) {
        this(depth, CERTAIN);
    }

    /// @param certain how far a move goes that is no less than a step, in the program's units
    public ExecutionLedger(int depth, double certain) {
        this.sense = new MotionSense(certain);
        this.depth = depth;
        this.moves = new int[depth + 1];
    }

    /// A line was acknowledged.
    ///
    /// @param waits whether the firmware acknowledges such a line only after everything before it was done
    public void acknowledged(int number, String line, boolean waits) {
        acknowledged = number;
        if (sense.certainlyMoves(line)) {
            moves[(head + size) % moves.length] = number;
            size++;
            keep(depth);
        }
        if (waits) {
            allDone();
        }
    }

    /// The machine says how many blocks are underway.
    public void underway(int blocks) {
        keep(Math.min(blocks, depth));
    }

    /// Everything acknowledged so far is done: the machine stands with nothing planned.
    public void allDone() {
        executed = acknowledged;
        standing = acknowledged;
        size = 0;
    }

    public int acknowledged() {
        return acknowledged;
    }

    /// The last line that has left the planner.
    public int executed() {
        return executed;
    }

    /// The last line after which the machine is known to have stood still.
    public int standing() {
        return standing;
    }

    private void keep(int count) {
        while (size > count) {
            executed = Math.max(executed, moves[head]);
            head = (head + 1) % moves.length;
            size--;
        }
    }
}
