package org.commonwright.machine.grbl;

import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.machine.protocol.Adjustment;
import org.commonwright.machine.protocol.Conversation;
import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.OtherProtocol;
import org.commonwright.machine.protocol.Outlet;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.Question;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.protocol.Signal;
import org.jspecify.annotations.Nullable;

/// The talk with GRBL 1.1 and its relatives (grblHAL, FluidNC): after the GRBL 1.1 interface document.
public final class GrblConversation implements Conversation {
    private static final int ACCEPTED = -1;
    private static final long POLL = 200_000_000L;
    private static final long FIRST_REPORT = 300_000_000L;
    private static final long SILENCE = 5_000_000_000L;
    private static final long HOMING_SILENCE = 180_000_000_000L;

    private final GrblWire wire;
    private final GrblHandshake handshake;
    private final GrblReport report = new GrblReport();
    private final GrblBuffers buffers = new GrblBuffers();
    private final GrblAsking asking = new GrblAsking();
    private final GrblMissing missing = new GrblMissing();
    private @Nullable GrblJog jog;
    private @Nullable GrblRun run;
    private @Nullable GrblStop stop;
    private RunProgress progress = new RunProgress(0, 0, 0, 0);
    private int alarm;
    private boolean unlockAfterReset;
    private long polled;
    private long greeted;
    private boolean ready;
    private long heard;

    public GrblConversation(Outlet out, ConversationEvents events) {
        this.wire = new GrblWire(out, events);
        this.handshake = new GrblHandshake(wire);
    }

    @Override
    public void open(long now) {
        heard = now;
        handshake.open(now);
    }

    /// Only what says something of the machine's doings counts as heard: noise and messages without end do not keep a run waiting.
    @Override
    public void received(String line, long now) {
        if (line.equals("ok")) {
            heard = now;
            answer(now, ACCEPTED);
        } else if (line.startsWith("error:")) {
            heard = now;
            answer(now, number(line, 6));
        } else if (line.startsWith("<")) {
            report.read(line).ifPresent(status -> {
                heard = now;
                told(status, now);
            });
        } else if (line.startsWith("ALARM:")) {
            heard = now;
            alarm(number(line, 6), now);
        } else if (line.matches("(Grbl|GrblHAL|grblHAL|FluidNC) .*")) {
            heard = now;
            banner(line, now);
        } else if (line.startsWith("[GC:") && run != null) {
            run.modes(now);
        } else if (run != null && OtherProtocol.isOfMarlin(line)) {
            run.stop(new RunOutcome.Failed(Problem.error(null, "machine.other-protocol", line, "Marlin", "GRBL")), now);
        } else {
            handshake.read(line);
            asking.heard(line);
        }
    }

    private void answer(long now, int error) {
        if (asking.isRemark(wire.window().oldest(), error)) {
            return;
        }
        GrblWindow.Sent sent = wire.window().pop();
        if (!handshake.isDone()) {
            handshake.answered(now);
            report.inches(handshake.info().setting("$13", 0) != 0);
        } else if (run != null && error == ACCEPTED) {
            run.ok(sent, now);
        } else if (run != null) {
            run.error(sent, error, now);
        } else if (!asking.settle(error, handshake.firmware()) && jog != null) {
            jog.answered();
        }
    }

    private void told(MachineStatus read, long now) {
        boolean sane = buffers.see(read, handshake.blocks(), handshake.bytes());
        MachineStatus status = sane ? read : report.withoutBuffers();
        wire.told(status);
        ready |= handshake.isDone();
        if (status.state() != MachineState.ALARM) {
            alarm = 0;
        } else {
            report.state(MachineState.ALARM, alarm);
        }
        if (run != null) {
            run.report(status, report.line(), report.place(), now);
        } else if (missing.report(status, wire.window(), now) && handshake.isDone()) {
            wire.window().clear();
            asking.lost();
        }
        if (stop != null) {
            stop.report(status, now);
        }
        if (jog != null) {
            jog.told(status.state());
        }
        wire.events().status(report.last());
    }

    private void alarm(int code, long now) {
        alarm = code;
        report.state(MachineState.ALARM, code);
        wire.events().status(report.last());
        if (run != null) {
            run.alarm(code, now);
        }
    }

    private void banner(String line, long now) {
        wire.window().clear();
        asking.banner();
        alarm = 0;
        handshake.banner(line, now);
        if (run != null) {
            run.banner(now);
        }
        if (stop != null) {
            stop.banner();
        }
        if (unlockAfterReset) {
            unlockAfterReset = false;
            wire.line("$X", 0);
        }
    }

    /// @return 0, which is no code of GRBL's, for what is no number
    private static int number(String line, int from) {
        String digits = line.substring(from);
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }

    @Override
    public void tick(long now) {
        handshake.tick(now);
        if (!handshake.isDone()) {
            return;
        }
        greeted = greeted == 0 ? now : greeted;
        ready |= now - greeted > FIRST_REPORT;
        GrblRun running = run;
        if (running != null) {
            running.pump();
            running.tick(now);
            silence(running, now);
            if (running.isEnded()) {
                progress = running.progress();
                run = null;
            }
        } else if (jog != null) {
            jog.tick(now);
        }
        if (stop != null) {
            stop.tick(now);
            stop = stop.isDone() ? null : stop;
        }
        if (now - polled >= POLL) {
            polled = now;
            wire.realtime(GrblWire.STATUS);
        }
    }

    private void silence(GrblRun running, long now) {
        GrblWindow.Sent oldest = wire.window().oldest();
        boolean homing = oldest != null && oldest.line().startsWith("$H");
        if (now - heard > (homing ? HOMING_SILENCE : SILENCE)) {
            wire.realtime(GrblWire.HOLD);
            wire.realtime(GrblWire.RESET);
            running.end(new RunOutcome.Failed(Problem.error(null, "machine.silent", (now - heard) / 1_000_000_000L)),
                    now);
        }
    }

    @Override
    public void afterSending() {
        if (run != null) {
            run.afterSending();
        }
    }

    /// With its first report, which says where a program begins; a machine that makes none is not waited for.
    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public MachineInfo info() {
        return handshake.info();
    }

    @Override
    public MachineStatus status() {
        return report.last();
    }

    @Override
    public void start(Program program, SendLog log, long now) {
        if (isRunning()) {
            throw new Fault("machine.running");
        }
        GrblLines.check(program, handshake.longestLine());
        MachineState state = report.last().state();
        if (state == MachineState.ALARM || state == MachineState.SLEEP || state == MachineState.DOOR) {
            throw new Fault("machine.locked");
        }
        if (state == MachineState.JOG || asking.isOpen()) {
            throw new Fault("machine.still-busy");
        }
        stopJog(now);
        heard = now;
        run = new GrblRun(program, log, wire, info(), buffers, now);
        progress = run.progress();
    }

    @Override
    public boolean isRunning() {
        return run != null && !run.isEnded();
    }

    @Override
    public RunProgress progress() {
        return run == null ? progress : run.progress();
    }

    @Override
    public void hold(long now) {
        if (run != null) {
            run.held();
        }
        wire.realtime(GrblWire.HOLD);
    }

    @Override
    public void resume(long now) {
        wire.realtime(GrblWire.RESUME);
    }

    @Override
    public void abort(long now) {
        stopJog(now);
        if (run != null) {
            run.abort(now);
        } else if (stop == null) {
            stop = new GrblStop(wire, now);
        }
    }

    @Override
    public byte[] emergencyBytes() {
        return new byte[]{GrblWire.HOLD, GrblWire.RESET};
    }

    @Override
    public void emergencyStopped(long now) {
        if (run != null) {
            run.end(new RunOutcome.Aborted(), now);
        }
    }

    @Override
    public void home(long now) {
        command("$H", now);
    }

    @Override
    public void unlock(long now) {
        if (alarm == 1 || alarm == 2) {
            // After a limit GRBL listens to nothing but a reset.
            unlockAfterReset = true;
            wire.realtime(GrblWire.RESET);
        } else {
            command("$X", now);
        }
    }

    @Override
    public void jog(Position velocity, long now) {
        if (isRunning()) {
            throw new Fault("machine.running");
        }
        if (asking.isOpen()) {
            throw new Fault("machine.still-busy");
        }
        if (jog == null) {
            jog = new GrblJog(wire, info());
        }
        jog.move(velocity, now);
    }

    @Override
    public void stopJog(long now) {
        if (jog != null) {
            jog.stop(now);
        }
    }

    @Override
    public void adjust(Adjustment adjustment, long now) {
        wire.realtime(GrblBytes.of(adjustment));
    }

    /// A reset is done in order where something may move; homing hears nothing but the byte itself.
    @Override
    public void signal(Signal signal, long now) {
        MachineState state = report.last().state();
        boolean standing = state.isAtRest() || state == MachineState.HOMING
                || (state == MachineState.HOLD || state == MachineState.DOOR) && report.last().code() == 0;
        if (signal == Signal.RESET && (isRunning() || !standing)) {
            abort(now);
        } else {
            wire.realtime(GrblBytes.of(signal));
        }
    }

    @Override
    public void command(String line, long now) {
        if (isRunning()) {
            throw new Fault("machine.running");
        }
        String compact = GrblLines.compact(line);
        if (compact.length() + 1 > handshake.longestLine()
                || !compact.chars().allMatch(c -> c > ' ' && c < 0x7F)
                || compact.length() > 1 && compact.chars().anyMatch(c -> "?!~".indexOf(c) >= 0)) {
            // A real-time character acts wherever it stands; whoever means it sends it alone.
            throw new Fault("machine.command-refused", line);
        }
        if (asking.isOpen()) {
            throw new Fault("machine.still-busy");
        }
        if (compact.length() == 1 && "?!~".contains(compact)) {
            wire.realtime(compact.charAt(0));
        } else if (wire.window().bytes() + compact.length() + 1 > info().receiveBytes()) {
            throw new Fault("machine.still-busy");
        } else if (!compact.isEmpty()) {
            wire.line(compact, 0);
        }
    }

    @Override
    public void ask(Question asked, long now) {
        if (!wire.window().isEmpty()) {
            throw new Fault("machine.still-busy");
        }
        command(asked.line(), now);
        asking.ask(asked);
    }

    @Override
    public void lost(Optional<Fault> reason, long now) {
        report.state(MachineState.DISCONNECTED, 0);
        asking.refuse(Problem.error(null, "machine.link-closed"));
        wire.events().status(report.last());
        if (run != null) {
            Fault why = reason.orElse(new Fault("machine.link-closed"));
            run.end(new RunOutcome.Failed(Problem.of(why, null)), now);
        }
    }

    @Override
    public void fail(Problem reason, long now) {
        if (run != null) {
            run.stop(new RunOutcome.Failed(reason), now);
        }
    }
}
