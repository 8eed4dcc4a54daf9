package org.commonwright.machine.grbl;

import java.util.Optional;
import org.commonwright.machine.protocol.ExecutionLedger;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.PassedWay;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Steppers;
import org.jspecify.annotations.Nullable;

/// Which lines of a program GRBL has certainly executed. An answer means planned, so three things are asked: where the motors
/// are (`MPos:` counts their steps), which says at once what lies behind; how many blocks the planner holds (`Bf:`) or which line is
/// under way (`Ln:`), which counts with the next report, a moment for the steppers later; and what is answered only at a stand.
final class GrblExecuted {
    /// The steppers may be this far behind the planner: six segments of about 10 ms, with room to spare.
    private static final long STEPPERS = 150_000_000L;
    /// Lines by which the count of answers may be ahead of the machine before an audit notices.
    private static final int MARGIN = 2;
    /// The same where the machine does not report its buffers, so that there is no audit.
    private static final int BLIND_MARGIN = 6;

    private final int blocks;
    private final ExecutionLedger ledger;
    private final GrblNumbers numbers = new GrblNumbers();
    private final PassedWay way;
    private @Nullable Steppers steppers;
    private Position offset = Position.ORIGIN;
    private int executed;
    private int begun;
    private int planned;
    private long plannedAt;

    /// @param steppers what they may hold that has left the planner; empty where that is not known
    /// @param standing where the machine stands before the first line, null when that is not certain
    GrblExecuted(MachineInfo machine, Optional<Steppers> steppers, @Nullable Position standing) {
        this.blocks = machine.plannerBlocks();
        this.ledger = steppers
                .map(known -> new ExecutionLedger(blocks + BLIND_MARGIN, known.certain()))
                .orElseGet(() -> new ExecutionLedger(blocks + BLIND_MARGIN));
        this.way = steppers.map(PassedWay::new).orElseGet(() -> new PassedWay(true));
        this.steppers = steppers.orElse(null);
        if (standing != null) {
            way.start(standing);
        }
    }

    /// The last line that is certainly executed.
    int line() {
        return executed;
    }

    int acknowledged() {
        return ledger.acknowledged();
    }

    /// A line was made ready to be sent.
    void prepared(String line, int number) {
        numbers.sent(line, number);
        if (line.startsWith("$")) {
            // A setting may change what they are reckoned from.
            steppers = null;
        }
    }

    /// The oldest line that is not answered. An arc is answered when its last piece is planned, and driven long before.
    void begun(int number, String line) {
        if (number > begun && steppers != null && GrblLines.isArc(line)) {
            way.acknowledged(number, line);
            begun = number;
        }
    }

    /// A line was answered.
    void acknowledged(int number, String line) {
        ledger.acknowledged(number, line, GrblLines.waits(line));
        if (number > begun) {
            way.acknowledged(number, line);
        }
        certain(ledger.standing());
    }

    /// The machine stands and nothing is planned.
    void allDone() {
        ledger.allDone();
        certain(ledger.standing());
    }

    /// A hold begins: what the steppers still have stays with them.
    void held() {
        planned = executed;
    }

    /// @param line what `Ln:` says is under way, -1 when it says nothing
    /// @param certainBlocks that the planner holds, where each answer is proven to be that of its line, else -1
    void report(MachineStatus status, int line, int certainBlocks, long now) {
        if (status.freeBlocks() >= 0) {
            ledger.underway(certainBlocks >= 0 ? certainBlocks : blocks - status.freeBlocks() + MARGIN);
        }
        place(status);
        boolean held = status.state() == MachineState.HOLD || status.state() == MachineState.DOOR;
        if (held) {
            held();
        } else if (now - plannedAt >= behind(status)) {
            certain(planned);
            planned = Math.max(ledger.executed(), numbers.before(line));
            plannedAt = now;
        }
    }

    /// How long the steppers may be behind: in slow motion a segment lasts as long as a step takes.
    private long behind(MachineStatus status) {
        if (steppers == null) {
            return STEPPERS;
        }
        double slowest = way.slowest() * Math.min(100, status.overrides().feed()) / 100;
        return Math.max(STEPPERS, (long) (steppers.seconds(slowest) * 1e9));
    }

    private void place(MachineStatus status) {
        Position work = status.work();
        Position machine = status.machine();
        if (work == null || machine == null) {
            return;
        }
        Position from = machine.minus(work);
        if (from.minus(offset).length() > 1e-6) {
            // The zero was moved while what was planned before is still on its way.
            offset = from;
            way.lost();
        }
        if (status.state() == MachineState.RUN || status.state() == MachineState.HOLD) {
            if (steppers != null && status.freeBlocks() >= 0) {
                certain(way.left(ledger.executed(), steppers, work));
            }
            certain(way.at(work));
        }
    }

    private void certain(int line) {
        if (line > executed) {
            executed = line;
            way.done(line);
        }
    }
}
