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
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.Question;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.protocol.Temperature;
import org.jspecify.annotations.Nullable;

/// The talk with Marlin and what speaks like it. Outside of a run commands go without numbers and their answers are counted;
/// in a run [MarlinRun] has the word. Places and temperatures come by themselves where the firmware can (`M154`, `M155`).
public final class MarlinConversation implements Conversation {
    private static final int PERCENT_LEAST = 10;
    private static final int PERCENT_MOST = 300;
    private static final long PATIENCE = 10_000_000_000L;
    private static final long POLL = 1_000_000_000L;

    private final MarlinWire wire;
    private final MarlinHandshake handshake;
    private final MarlinJog jog = new MarlinJog();
    private MachineStatus status = MachineStatus.UNKNOWN;
    private @Nullable MarlinRun run;
    private @Nullable Question question;
    private RunProgress progress = new RunProgress(0, 0, 0, 0);
    private boolean greeted;
    private int unanswered;
    private int feedPercent = 100;
    private long heard;
    private long polled;
    private long started;

    public MarlinConversation(Outlet out, ConversationEvents events) {
        this.wire = new MarlinWire(out, events);
        this.handshake = new MarlinHandshake(wire);
    }

    @Override
    public void open(long now) {
        heard = now;
        handshake.open(now);
    }

    @Override
    public void received(String line, long now) {
        heard = now;
        Optional<MarlinOk> ok = MarlinOk.read(line);
        report(line);
        if (!handshake.isDone()) {
            ok.ifPresentOrElse(o -> handshake.ok(o, now), () -> handshake.heard(line, now));
        } else if (run != null && run.isBegun()) {
            MarlinRun running = run;
            ok.ifPresentOrElse(o -> running.ok(o, now), () -> running.heard(line, now));
        } else if (ok.isPresent()) {
            handshake.room(ok.get());
            unanswered = Math.max(0, unanswered - 1);
            settle();
        } else if (question != null) {
            question.heard(line);
        }
        if (ok.isEmpty()) {
            state(line, now);
        }
    }

    /// A question is the last line that was sent, so it is answered when nothing waits any more.
    private void settle() {
        if (question != null && unanswered == 0) {
            question.answered();
            question = null;
        }
    }

    private boolean isAsking() {
        return question != null && !question.isDone();
    }

    private void unanswered(String why) {
        if (question != null) {
            question.refused(Problem.error(null, why));
            question = null;
        }
    }

    private void report(String line) {
        Optional<Position> position = MarlinReport.position(line);
        if (position.isPresent()) {
            status = status.withPositions(position.get(), position.get());
            wire.events().status(status);
        }
        List<Temperature> heaters = MarlinReport.temperatures(line);
        if (!heaters.isEmpty()) {
            status = status.withTemperatures(heaters);
            wire.events().status(status);
        }
    }

    private void state(String line, long now) {
        if (line.startsWith("Error:") && line.matches("(?i).*(halted|kill\\(\\)).*")) {
            unanswered("machine.halted");
            to(MachineState.HALTED);
        } else if (line.equals("start")) {
            unanswered = 0;
            unanswered("machine.question-reset");
            greeted = false;
            to(MachineState.IDLE);
        } else if (line.startsWith("//action:")) {
            action(line.substring(9).strip(), now);
        }
    }

    /// What the machine asks its host to do (Marlin's host actions).
    private void action(String action, long now) {
        switch (action) {
            case "pause", "paused" -> hold(now);
            case "resume", "resumed" -> resume(now);
            case "cancel" -> abort(now);
            default -> {
                // Prompts and notices are read in the console.
            }
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
        if (!greeted) {
            greeted = true;
            greet();
        }
        MarlinRun running = run;
        if (running != null) {
            if (!running.isBegun() && (unanswered == 0 || now - started > PATIENCE)) {
                unanswered = 0;
                running.begin(now);
            }
            running.pump(now);
            running.tick(now, heard);
            progress = running.progress();
            run = running.isEnded() ? null : running;
        } else {
            jog.lines(unanswered, now).forEach(this::say);
            poll(now);
        }
        if (status.state() != MachineState.HALTED && status.state() != MachineState.DISCONNECTED) {
            boolean held = run != null && run.isHeld();
            to(held
                    ? MachineState.HOLD
                    : run != null
                            ? MachineState.RUN
                            : jog.isActive() ? MachineState.JOG : MachineState.IDLE);
        }
    }

    private void greet() {
        if (handshake.can("AUTOREPORT_TEMP")) {
            say("M155 S2");
        }
        if (handshake.can("AUTOREPORT_POS")) {
            say("M154 S1");
        }
    }

    private void poll(long now) {
        if (!isAsking() && unanswered == 0 && now - polled > POLL && !handshake.can("AUTOREPORT_POS") && !jog.isActive()
                && status.state() == MachineState.IDLE) {
            polled = now;
            say("M114");
            if (!handshake.can("AUTOREPORT_TEMP")) {
                say("M105");
            }
        }
    }

    private void say(String line) {
        unanswered++;
        wire.line(line);
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
        if (isRunning()) {
            throw new Fault("machine.running");
        }
        if (status.state() == MachineState.HALTED) {
            throw new Fault("machine.halted");
        }
        if (isAsking()) {
            throw new Fault("machine.still-busy");
        }
        MarlinLines.check(program);
        stopJog(now);
        heard = now;
        started = now;
        run = new MarlinRun(program, log, wire, handshake.freeLines(), handshake.freeBlocks(),
                handshake.can("EMERGENCY_PARSER"), now);
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

    /// Marlin has no hold of its own: nothing more is sent, and what is planned (a few moves) is still driven.
    @Override
    public void hold(long now) {
        if (run != null) {
            run.hold(true);
        }
    }

    @Override
    public void resume(long now) {
        if (run != null) {
            run.hold(false);
        }
    }

    @Override
    public void abort(long now) {
        stopJog(now);
        if (run != null) {
            run.abort(now);
        } else {
            say("M410");
        }
    }

    @Override
    public byte[] emergencyBytes() {
        // A line end first: the stop must not become part of a line that is half written.
        return new byte[]{'\n', 'M', '1', '1', '2', '\n'};
    }

    @Override
    public void emergencyStopped(long now) {
        to(MachineState.HALTED);
        if (run != null) {
            run.end(new RunOutcome.Aborted(), now);
        }
    }

    @Override
    public void home(long now) {
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
        if (isRunning()) {
            throw new Fault("machine.running");
        }
        jog.move(velocity, now);
        jog.lines(unanswered, now).forEach(this::say);
    }

    /// No more is sent; what was sent ahead is at most a tenth of a second and the way to brake.
    @Override
    public void stopJog(long now) {
        jog.stop();
    }

    @Override
    public void adjust(Adjustment adjustment, long now) {
        feedPercent = Math.clamp(switch (adjustment) {
            case FEED_NORMAL -> 100;
            case FEED_PLUS_10 -> feedPercent + 10;
            case FEED_MINUS_10 -> feedPercent - 10;
            case FEED_PLUS_1 -> feedPercent + 1;
            case FEED_MINUS_1 -> feedPercent - 1;
            default -> throw new Fault("machine.no-such-override");
        }, PERCENT_LEAST, PERCENT_MOST);
        String line = "M220 S" + feedPercent;
        if (run != null) {
            run.interject(line);
        } else {
            say(line);
        }
    }

    @Override
    public void command(String line, long now) {
        if (isRunning()) {
            throw new Fault("machine.running");
        }
        if (isAsking()) {
            throw new Fault("machine.still-busy");
        }
        String compact = MarlinLines.compact(line);
        if (compact.length() + 1 > MarlinLines.LIMIT || !compact.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new Fault("machine.command-refused", line);
        }
        if (!compact.isEmpty()) {
            say(compact);
        }
    }

    @Override
    public void ask(Question asked, long now) {
        command(asked.line(), now);
        question = asked;
    }

    @Override
    public void lost(Optional<Fault> reason, long now) {
        unanswered("machine.link-closed");
        to(MachineState.DISCONNECTED);
        if (run != null) {
            Fault why = reason.orElse(new Fault("machine.link-closed"));
            run.end(new RunOutcome.Failed(
                    new Problem(Problem.Severity.ERROR, why.code(), List.copyOf(why.arguments()), null)), now);
        }
    }

    @Override
    public void fail(Problem reason, long now) {
        if (run != null) {
            run.stop(new RunOutcome.Failed(reason), now);
        }
    }
}
