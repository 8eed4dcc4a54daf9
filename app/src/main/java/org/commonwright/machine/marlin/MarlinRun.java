package org.commonwright.machine.marlin;

import java.util.List;
import java.util.Optional;
import org.commonwright.error.Problem;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunOutcome.Completed;
import org.commonwright.machine.protocol.RunOutcome.End;
import org.commonwright.machine.protocol.RunOutcome.Failed;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.machine.protocol.SendLog;
import org.jspecify.annotations.Nullable;

/// Streams one program to Marlin: numbered lines with checksums, so that a lost, doubled or damaged line or answer never
/// makes a wrong part. Lost answers are asked for by repeating the oldest line: Marlin then says which line it wants.
///
/// At the end `M400` waits for standstill and `M118` makes Marlin say a word; only that word, not an `ok` that could be
/// anybody's, ends the run as completed.
final class MarlinRun {
    private final Program program;
    private final SendLog log;
    private final MarlinWire wire;
    private final MarlinWindow window = new MarlinWindow();
    private final MarlinExecuted executed;
    private final MarlinDraining draining = new MarlinDraining();
    private final MarlinErrors errors;
    private final MarlinResends resends = new MarlinResends();
    private final MarlinBetween between = new MarlinBetween();
    private final MarlinPatience patience;
    private final long started;
    private final MarlinWord word;
    private final boolean emergencyParser;
    private final MarlinTools tools;
    private final MarlinFrame frame;
    private final MarlinOpening opening;
    private final MarlinStop stopping = new MarlinStop();
    private MarlinPhase phase = MarlinPhase.BEFORE;
    private int next = 1;
    private int sent;
    private boolean held;
    /// Each answer so far was one that was waited for, so counting them is enough.
    private boolean exact = true;
    private boolean poked;
    private End end = new Completed();

    /// @param freeLines room in Marlin's command buffer when it is idle, 1 when it does not say
    /// @param executed knows nothing of the program yet
    /// @param tools what a stop must switch off
    MarlinRun(Program program, MarlinFrame frame, SendLog log, MarlinWire wire, MarlinTools tools, int freeLines,
            MarlinExecuted executed, boolean emergencyParser, long now) {
        this.program = program;
        this.frame = frame;
        this.tools = tools;
        this.opening = new MarlinOpening(frame);
        this.errors = new MarlinErrors(program.name());
        this.log = log;
        this.wire = wire;
        this.emergencyParser = emergencyParser;
        this.executed = executed;
        this.started = now;
        this.patience = new MarlinPatience(now);
        this.word = new MarlinWord(program.hash().abbreviated());
        window.lines(Math.max(1, freeLines));
    }

    boolean isBegun() {
        return phase != MarlinPhase.BEFORE;
    }

    /// Everything before the run was answered.
    void begin(long now) {
        phase = MarlinPhase.NUMBERING;
        patience.from(now);
        wire.line(MarlinLines.numbered(0, "M110 N0"));
    }

    boolean isEnded() {
        return phase == MarlinPhase.ENDED;
    }

    boolean isHeld() {
        return held;
    }

    void hold(boolean on) {
        held = on;
    }

    boolean isStored() {
        return frame.isStored();
    }

    /// A line of our own between the program's; not twice when it still waits.
    void interject(String line) {
        between.add(line);
    }

    /// An operator's lines for which the program's end left no place; none after a stop.
    List<String> left() {
        return end instanceof Completed ? between.left() : List.of();
    }

    /// A line for the emergency parser: a firmware that waits for a person takes no other, so it goes past all that wait.
    void urgent(String line, long now) {
        if (resends.isEmpty() && (phase == MarlinPhase.STREAMING || phase == MarlinPhase.WAITING)) {
            put(window.send(0, line), now);
        } else {
            interject(line);
        }
    }

    RunProgress progress() {
        int all = program.lines();
        return end instanceof Completed && isEnded()
                ? new RunProgress(all, all, all, all)
                : new RunProgress(all, sent, executed.acknowledged(), executed.line());
    }

    /// Sends what may be sent.
    void pump(long now) {
        if (!phase.isStreaming() || resends.holdsBack(now)) {
            return;
        }
        MarlinWindow.Sent line = resends.peek();
        while (line != null && window.hasRoom(line.wire().length() + 1)) {
            resends.take();
            window.again(line);
            put(line, now);
            line = resends.peek();
        }
        if (resends.isEmpty() && !opening.isOpen()) {
            open(now);
        } else if (resends.isEmpty()) {
            between(now);
            fresh(now);
        }
    }

    /// Also while the program is held.
    private void between(long now) {
        String first = phase == MarlinPhase.STREAMING ? between.next(window) : null;
        for (String line = first; line != null; line = between.next(window)) {
            put(window.send(0, line), now);
        }
    }

    private void fresh(long now) {
        if (held) {
            drains(now);
            return;
        }
        while (phase == MarlinPhase.STREAMING && next <= program.lines()) {
            String line = MarlinLines.compact(program.line(next));
            if (!line.isEmpty()) {
                if (!window.hasRoom(line.length() + 16) || log.permitted() < next) {
                    break;
                }
                if (!frame.isStored()) {
                    tools.sent(line);
                }
                put(window.send(next, line), now);
                sent = next;
            }
            next++;
        }
        log.next(Math.min(next, program.lines()));
        if (phase == MarlinPhase.STREAMING && next > program.lines() && window.isEmpty() && !drains(now)) {
            phase = MarlinPhase.WAITING;
            put(window.send(0, frame.last()), now);
        } else if (phase == MarlinPhase.WAITING && window.isEmpty()) {
            phase = MarlinPhase.CONFIRMING;
            put(window.send(0, word.line()), now);
        }
    }

    /// @return whether the planner is watched as it runs empty
    private boolean drains(long now) {
        int underway = frame.isStored() || phase != MarlinPhase.STREAMING ? 0 : executed.underway();
        boolean worthwhile = draining.isWorthwhile(underway, now);
        if (worthwhile && window.isEmpty() && draining.isDue(now)) {
            put(window.send(0, MarlinDraining.ASK), now);
        }
        return worthwhile;
    }

    private void open(long now) {
        if (phase == MarlinPhase.STREAMING && !opening.isAsked()) {
            put(window.send(0, opening.ask()), now);
        } else if (phase == MarlinPhase.STREAMING && window.isEmpty()) {
            end(new Failed(opening.refused()), now);
        }
    }

    private void put(MarlinWindow.Sent line, long now) {
        if (window.oldest() == line) {
            patience.from(now);
        }
        wire.line(line.wire());
    }

    /// The machine reported a place; the line itself is heard, too.
    void place(Position place) {
        executed.place(place);
    }

    /// Any line but an `ok`.
    void heard(String line, long now) {
        resends.otherLine();
        opening.heard(line);
        errors.remark(line, window.source(sent));
        if (phase == MarlinPhase.CONFIRMING && word.isIn(line)) {
            executed.allDone();
            end(new Completed(), now);
        } else if (line.contains("busy:") || line.startsWith("T:") || line.startsWith(" T:")) {
            if (line.contains("busy:")) {
                patience.busy(now);
            }
            word.busy(now);
        } else if (line.startsWith("Resend:") || line.startsWith("rs ")) {
            resend(line, now);
        } else if (line.regionMatches(true, 0, "error:", 0, 6) || MarlinReport.halts(line)) {
            error(line, now);
        } else if (line.equals("wait")) {
            patience.idle(now);
        } else if (line.equals("start")) {
            end(new Failed(Problem.error(null, "machine.was-reset", sent)), now);
        } else {
            MarlinErrors.other(line).ifPresent(problem -> stop(new Failed(problem), now));
        }
    }

    private void error(String line, long now) {
        if (MarlinErrors.isOfTheLine(line)) {
            return;
        }
        var failed = new Failed(errors.error(line, window.source(sent)));
        if (MarlinReport.halts(line)) {
            end(failed, now);
        } else {
            stop(failed, now);
        }
    }

    private void resend(String line, long now) {
        int number = MarlinResends.number(line);
        if (phase == MarlinPhase.STOPPING) {
            stopping.again(wire);
        }
        if (phase == MarlinPhase.STOPPING || number == 0) {
            return;
        }
        boolean patient = resends.asked(number);
        exact = false;
        if (phase == MarlinPhase.NUMBERING) {
            // It did not take the new numbering; say it again.
            wire.line(MarlinLines.numbered(number, "M110 N0"));
            return;
        }
        if (phase == MarlinPhase.CONFIRMING && poked && number == window.next()) {
            // It wants what never was: so it took everything, the last line included.
            executed.allDone();
            end(new Completed(), now);
            return;
        }
        if (poked) {
            // An answer was lost: what comes before the wanted line did arrive.
            poked = false;
            takeUpTo(number);
        }
        Optional<List<MarlinWindow.Sent>> lines = window.rewind(number);
        if (lines.isEmpty() || !patient) {
            stop(new Failed(Problem.error(null, "machine.resend-storm", number, resends.inVain())), now);
            return;
        }
        window.lines(1);
        resends.set(lines.get(), now);
        patience.from(now);
    }

    private void takeUpTo(int number) {
        MarlinWindow.Sent oldest = window.oldest();
        while (oldest != null && oldest.number() < number) {
            executed.answered(oldest, false);
            window.pop();
            oldest = window.oldest();
        }
    }

    void ok(MarlinOk ok, long now) {
        if (resends.swallows(now)) {
            return;
        }
        patience.answered(now);
        switch (phase) {
            case NUMBERING -> phase = MarlinPhase.STREAMING;
            case STOPPING -> stopping.ok();
            default -> answered(ok, now);
        }
    }

    private void answered(MarlinOk ok, long now) {
        MarlinWindow.Sent oldest = window.oldest();
        if (oldest == null || ok.number() >= 0 && ok.number() < oldest.number()) {
            // Late or doubled: the numbers keep the part right, so it only makes counting less certain.
            exact &= ok.number() >= 0;
            errors.surplus(progress().executed()).ifPresent(problem -> stop(new Failed(problem), now));
            return;
        }
        errors.expected();
        do {
            executed.answered(oldest, exact || ok.number() >= 0);
            window.pop();
            oldest = window.oldest();
        } while (oldest != null && ok.number() >= oldest.number());
        executed.planner(ok);
        if (phase == MarlinPhase.CONFIRMING && window.isEmpty()) {
            word.await(now);
        }
    }

    /// @param heard when the machine last said anything
    void tick(long now, long heard) {
        log.failure().ifPresent(problem -> stop(new Failed(problem), now));
        if (phase == MarlinPhase.STOPPING && stopping.isOver(now)) {
            end(end, now);
        } else if (phase.isOwing()) {
            await(now, heard);
        }
    }

    private void await(long now, long heard) {
        if (word.isOverdue(now)) {
            unconfirmed(now);
            return;
        }
        MarlinWindow.Sent oldest = window.oldest();
        String line = oldest == null ? null : oldest.line();
        if (oldest == null && phase != MarlinPhase.NUMBERING) {
            patience.from(now);
        } else if (patience.isSilent(line, now, heard)) {
            stop(new Failed(Problem.error(null, "machine.silent", patience.silentSeconds(now, heard))), now);
        } else if (patience.isLate(line, now)) {
            poke(oldest, now);
        }
    }

    /// Says the oldest line again. If it had arrived, Marlin asks for a later one, and so tells that only the answer was lost.
    private void poke(MarlinWindow.@Nullable Sent oldest, long now) {
        patience.poked(now);
        exact = false;
        if (!resends.isEmpty()) {
            // What comes before the line that is wanted again did arrive; its answer will not come any more.
            takeUpTo(Integer.MAX_VALUE);
        } else {
            poked = true;
            wire.line(oldest == null ? MarlinLines.numbered(0, "M110 N0") : oldest.wire());
        }
    }

    /// The word did not come: a firmware without `M118`. When every answer was one that was waited for, that is enough;
    /// otherwise the last line is said again, to hear whether it was taken.
    private void unconfirmed(long now) {
        if (exact) {
            executed.allDone();
            end(new Completed(), now);
        } else if (poked) {
            end(new Failed(Problem.error(null, "machine.unconfirmed")), now);
        } else {
            poked = true;
            word.await(now);
            wire.line(MarlinLines.numbered(window.next() - 1, word.line()));
        }
    }

    /// Stops moving, lets what is buffered run out, switches heaters off.
    void stop(End why, long now) {
        if (phase == MarlinPhase.BEFORE) {
            end(why, now);
        } else if (phase != MarlinPhase.STOPPING && phase != MarlinPhase.ENDED) {
            end = why;
            phase = MarlinPhase.STOPPING;
            resends.clear();
            stopping.begin(frame.stop(tools.off(), emergencyParser), window.size(), wire, now);
        }
    }

    /// Ends at once.
    void end(End why, long now) {
        if (!isEnded()) {
            end = why;
            phase = MarlinPhase.ENDED;
            wire.events()
                    .ended(new RunOutcome(end, progress(), resends.count(), errors.list(), (now - started) / 1e9));
        }
    }
}
