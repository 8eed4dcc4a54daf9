package org.commonwright.machine.marlin;

import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.machine.protocol.Adjustment;
import org.commonwright.machine.protocol.Conversation;
import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Outlet;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.PrinterState;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.Question;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.machine.protocol.Upload;
import org.jspecify.annotations.Nullable;

/// The talk with Marlin and what speaks like it. Outside of a run commands go without numbers and their answers are counted;
/// in a run [MarlinRun] has the word. Places and temperatures come by themselves where the firmware can (`M154`, `M155`).
public final class MarlinConversation implements Conversation {
    private static final long PATIENCE = 10_000_000_000L;

    private final MarlinWire wire;
    private final MarlinHandshake handshake;
    private final MarlinPrinter printer;
    private final MarlinTools tools = new MarlinTools();
    private final MarlinPolls polls;
    private final MarlinAsking asking = new MarlinAsking();
    private final MarlinEmergency emergency = new MarlinEmergency();
    private final MarlinJog jog = new MarlinJog();
    private final MarlinPlaces places = new MarlinPlaces();
    private MachineStatus status = MachineStatus.UNKNOWN;
    private @Nullable MarlinRun run;
    private RunProgress progress = new RunProgress(0, 0, 0, 0);
    private long heard;
    private long started;

    public MarlinConversation(Outlet out, ConversationEvents events) {
        this.wire = new MarlinWire(out, events);
        this.handshake = new MarlinHandshake(wire);
        this.printer = new MarlinPrinter(events);
        this.polls = new MarlinPolls(handshake, printer, this::poll);
    }

    @Override
    public void open(long now) {
        heard = now;
        handshake.open(now);
    }

    @Override
    public void received(String line, long now) {
        heard = MarlinReport.isText(line) ? now : heard;
        Optional<MarlinOk> ok = MarlinOk.read(line);
        report(line);
        handshake.boast(line);
        if (!handshake.isDone()) {
            ok.ifPresentOrElse(o -> handshake.ok(o, now), () -> handshake.heard(line, now));
        } else if (run != null && run.isBegun()) {
            MarlinRun running = run;
            ok.ifPresentOrElse(o -> running.ok(o, now), () -> running.heard(line, now));
        } else if (ok.isPresent()) {
            handshake.room(ok.get());
            asking.ok();
        } else {
            asking.heard(line);
        }
        if (ok.isEmpty()) {
            printer.heard(line);
            state(line, now);
        } else {
            printer.answered();
        }
    }

    private void report(String line) {
        Optional<Position> position = MarlinReport.position(line);
        if (position.isPresent()) {
            status = status.withPositions(position.get(), position.get());
            wire.events().status(status);
            if (run != null && run.isBegun()) {
                run.place(position.get());
            }
        }
        List<Temperature> heaters = MarlinReport.temperatures(line);
        if (!heaters.isEmpty()) {
            status = status.withTemperatures(heaters);
            tools.heard(heaters);
            wire.events().status(status);
        }
    }

    private void state(String line, long now) {
        if (MarlinReport.halts(line)) {
            asking.none("machine.halted");
            to(MachineState.HALTED);
        } else if (line.equals("start")) {
            asking.none("machine.question-reset");
            polls.reset();
            tools.reset();
            places.forget();
            to(MachineState.IDLE);
        } else if (run != null && MarlinActions.isAction(line)) {
            // Without a run it is the machine's own print that is paused or over.
            MarlinActions.obey(line, this, now);
        }
    }

    private void to(MachineState state) {
        if (status.state() != state) {
            status = status.with(state, 0);
            wire.events().status(status);
        }
    }

    @Override
    public void tick(long now) {
        handshake.tick(now);
        if (!handshake.isDone()) {
            return;
        }
        asking.tick(now);
        polls.greet();
        if (emergency.isDue(now)) {
            wire.line("M112");
        }
        MarlinRun running = run;
        if (running != null) {
            if (!running.isBegun() && (asking.unanswered() == 0 || now - started > PATIENCE)) {
                asking.forget();
                running.begin(now);
            }
            if (!running.isStored()) {
                polls.temperature(now).ifPresent(running::interject);
            }
            running.pump(now);
            running.tick(now, heard);
            progress = running.progress();
            if (running.isEnded()) {
                run = null;
                running.left().forEach(this::say);
            }
        } else {
            jog.lines(asking.unanswered(), now).forEach(this::say);
            if (!asking.isAsking() && asking.unanswered() == 0 && !jog.isActive()
                    && status.state() != MachineState.HALTED) {
                polls.idle(now);
            }
        }
        if (status.state() != MachineState.HALTED && status.state() != MachineState.DISCONNECTED) {
            MachineState own = jog.isActive() ? MachineState.JOG : polls.own();
            to(run == null ? own : run.isHeld() ? MachineState.HOLD : MachineState.RUN);
        }
    }

    private void say(String line) {
        asking.sent(line, false);
        tools.sent(line);
        wire.line(line);
    }

    private void poll(String line) {
        asking.sent(line, true);
        wire.poll(line);
    }

    @Override
    public boolean isRoutine(String line) {
        return handshake.isDone() && (run == null ? asking.isRoutine(line) : MarlinReport.isReport(line));
    }

    @Override
    public boolean isReady() {
        return handshake.isDone();
    }

    @Override
    public MachineInfo info() {
        return handshake.info();
    }

    @Override
    public MachineStatus status() {
        return status;
    }

    @Override
    public void start(Program program, SendLog log, long now) {
        begin(program, MarlinFrame.DONE, log, now);
    }

    @Override
    public void upload(Upload upload, long now) {
        begin(upload.program(), MarlinFrame.of(upload), SendLog.NONE, now);
    }

    private void begin(Program program, MarlinFrame frame, SendLog log, long now) {
        notBusy();
        if (status.state() == MachineState.HALTED) {
            throw new Fault("machine.halted");
        }
        if (asking.isAsking()) {
            throw new Fault("machine.still-busy");
        }
        MarlinLines.check(program);
        stopJog(now);
        heard = now;
        started = now;
        run = new MarlinRun(program, frame, log, wire, tools, handshake.freeLines(),
                new MarlinExecuted(handshake.freeBlocks(), handshake.mostBlocks(), places, log),
                handshake.can("EMERGENCY_PARSER"), now);
        progress = run.progress();
    }

    /// @throws Fault while a program runs or the machine prints one of its own
    private void notBusy() {
        if (isRunning()) {
            throw new Fault("machine.running");
        }
        if (printer.printsFromCard()) {
            throw new Fault("printer.card-prints");
        }
    }

    @Override
    public boolean isRunning() {
        return run != null && !run.isEnded();
    }

    @Override
    public RunProgress progress() {
        return run == null ? progress : run.progress();
    }

    /// Marlin has no hold of its own: nothing more is sent, and what is planned (a few moves) is still driven.
    @Override
    public void hold(long now) {
        if (run != null) {
            run.hold(true);
        } else if (printer.printsFromCard()) {
            operate("M25", now);
        }
    }

    @Override
    public void resume(long now) {
        if (run != null) {
            run.hold(false);
        } else if (printer.state().waitsForPerson() && handshake.can("EMERGENCY_PARSER")) {
            operate("M108", now);
        } else if (printer.printsFromCard()) {
            operate("M24", now);
        }
    }

    @Override
    public void abort(long now) {
        stopJog(now);
        if (run != null) {
            run.stop(new RunOutcome.Aborted(), now);
        } else if (printer.printsFromCard()) {
            operate("M524", now);
            tools.off().forEach(this::say);
        } else {
            say("M410");
        }
    }

    @Override
    public byte[] emergencyBytes() {
        return MarlinEmergency.bytes(run != null && run.isStored());
    }

    @Override
    public void emergencyStopped(long now) {
        emergency.stopped(run != null && run.isStored(), now);
        to(MachineState.HALTED);
        if (run != null) {
            run.end(new RunOutcome.Aborted(), now);
        }
    }

    @Override
    public void home(long now) {
        notBusy();
        command("G28", now);
    }

    /// Marlin locks only by halting, and then wants its reset button; newer ones take `M999`.
    @Override
    public void unlock(long now) {
        command("M999", now);
        if (status.state() == MachineState.HALTED) {
            to(MachineState.IDLE);
        }
    }

    @Override
    public void jog(Position velocity, long now) {
        notBusy();
        jog.move(velocity, wire.feed().percent(), now);
        jog.lines(asking.unanswered(), now).forEach(this::say);
    }

    /// No more is sent; what was sent ahead is at most a tenth of a second and the way to brake.
    @Override
    public void stopJog(long now) {
        jog.stop();
    }

    @Override
    public void adjust(Adjustment adjustment, long now) {
        operate(wire.feed().adjust(adjustment), now);
    }

    @Override
    public void command(String line, long now) {
        if (isRunning()) {
            throw new Fault("machine.running");
        }
        if (asking.isAsking()) {
            throw new Fault("machine.still-busy");
        }
        String compact = MarlinLines.typed(line);
        if (!compact.isEmpty()) {
            say(compact);
        }
    }

    @Override
    public void operate(String line, long now) {
        String compact = MarlinLines.typed(line);
        MarlinRun running = run;
        boolean urgent = MarlinLines.isUrgent(compact);
        if (running != null && (running.isStored() || !MarlinLines.goesBetween(compact))) {
            throw new Fault("machine.running");
        }
        printer.sent(compact);
        if (running == null && urgent) {
            say(compact);
        } else if (running == null) {
            command(compact, now);
        } else if (urgent) {
            running.urgent(compact, now);
        } else {
            running.interject(compact);
        }
    }

    @Override
    public PrinterState printer() {
        return printer.state();
    }

    @Override
    public void leaving(long now) {
        boolean there = status.state() != MachineState.HALTED && status.state() != MachineState.DISCONNECTED;
        if (there && !isRunning() && !printer.printsFromCard()) {
            tools.offOwn().forEach(this::say);
        }
    }

    @Override
    public void ask(Question asked, long now) {
        if (printer.state().waitsForPerson()) {
            throw new Fault("printer.waits-first");
        }
        command(asked.line(), now);
        asking.ask(asked);
    }

    @Override
    public void lost(Optional<Fault> reason, long now) {
        asking.none("machine.link-closed");
        to(MachineState.DISCONNECTED);
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
