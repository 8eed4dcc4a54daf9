package org.commonwright.machine.grbl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunOutcome.Aborted;
import org.commonwright.machine.protocol.RunOutcome.Completed;
import org.commonwright.machine.protocol.RunOutcome.End;
import org.commonwright.machine.protocol.RunOutcome.Failed;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.machine.protocol.SendLog;
import org.jspecify.annotations.Nullable;

/// Streams one program to GRBL by counted characters: a line leaves as soon as it fits into what the receive buffer has left,
/// reckoned from the lengths of the unanswered lines alone.
///
/// `Bf:` never steers, but it audits: a buffer that holds more than is unanswered proves an answer too many.
///
/// An answer means planned. So after the last one the run asks for `$G`: its `[GC:` must come right before its `ok`, or the
/// count of answers is wrong and with it the part; then it waits until two reports in a row say that the machine stands.
final class GrblRun {
    private static final long LOST_AFTER = 2_000_000_000L;
    private static final int RESTS = 2;
    /// More refusals than any buffer has lines; a machine that goes on refusing does not fill the memory.
    private static final int MOST_ERRORS = 100;
    /// Lines that are made ready before they are needed.
    private static final int AHEAD = 32;

    private enum Phase {
        STREAMING, CONFIRMING, SETTLING, STOPPING, ENDED
    }

    private final Program program;
    private final SendLog log;
    private final GrblWire wire;
    private final MachineInfo machine;
    private final GrblBuffers buffers;
    private final GrblExecuted executed;
    private final GrblProof proof = new GrblProof();
    private final GrblStands stands = new GrblStands();
    private final List<Problem> errors = new ArrayList<>();
    private final long started;
    private Phase phase = Phase.STREAMING;
    private final Deque<GrblWindow.Sent> prepared = new ArrayDeque<>();
    private final Deque<GrblWindow.Sent> answered = new ArrayDeque<>();
    private int next = 1;
    private int sent;
    private boolean confirmed;
    private int rests;
    private long quietSince;
    /// What may be said to be executed at most, once an answer is known to be missing or one too many.
    private int certain = Integer.MAX_VALUE;
    private @Nullable GrblStop stop;
    private End end = new Completed();

    GrblRun(Program program, SendLog log, GrblWire wire, MachineInfo machine, GrblBuffers buffers,
            long now) {
        this.program = program;
        this.log = log;
        this.wire = wire;
        this.machine = machine;
        this.buffers = buffers;
        this.executed = new GrblExecuted(machine,
                wire.hasChangedSettings() ? Optional.empty() : GrblSteppers.of(machine), wire.standing());
        this.started = now;
        this.quietSince = now;
    }

    boolean isEnded() {
        return phase == Phase.ENDED;
    }

    RunProgress progress() {
        if (end instanceof Completed && isEnded()) {
            return new RunProgress(program.lines(), program.lines(), program.lines(), program.lines());
        }
        account();
        return new RunProgress(program.lines(), sent, executed.acknowledged(), executed());
    }

    private int executed() {
        return Math.min(executed.line(), certain);
    }

    /// Sends what fits.
    void pump() {
        if (phase != Phase.STREAMING) {
            return;
        }
        GrblWindow window = wire.window();
        boolean starved = false;
        while (next <= program.lines()) {
            GrblWindow.Sent line = prepared.isEmpty() ? prepare() : prepared.peek();
            if (!line.line().isEmpty()) {
                if (!fits(window, line)) {
                    break;
                }
                if (log.permitted() < next) {
                    log.next(next);
                    starved = true;
                    // It may have been permitted just now, before it was known that it is waited for.
                    if (log.permitted() < next) {
                        break;
                    }
                }
                wire.line(line);
                sent = next;
            }
            prepared.poll();
            next++;
        }
        if (next > program.lines() && window.isEmpty()) {
            phase = Phase.CONFIRMING;
            wire.line("$G", 0);
        } else if (!starved) {
            log.next(Math.min(next, program.lines()));
        }
    }

    /// Makes a line ready, so that sending it takes no time when an answer comes.
    private GrblWindow.Sent prepare() {
        int number = next + prepared.size();
        GrblWindow.Sent line = GrblWire.prepare(GrblLines.compact(program.line(number)), number);
        executed.prepared(line.line(), number);
        prepared.add(line);
        return line;
    }

    /// What can wait until the next lines are on their way: reckoning what was answered, making lines ready.
    void afterSending() {
        account();
        while (phase == Phase.STREAMING && prepared.size() < AHEAD && next + prepared.size() <= program.lines()) {
            prepare();
        }
    }

    private void account() {
        GrblWindow.Sent line = answered.poll();
        if (line == null) {
            return;
        }
        while (line != null) {
            executed.acknowledged(line.number(), line.line());
            line = answered.poll();
        }
        log.executed(executed());
    }

    private boolean fits(GrblWindow window, GrblWindow.Sent line) {
        if (window.isClosed() || line.alone() && !window.isEmpty()) {
            return false;
        }
        return window.bytes() + line.length() <= machine.receiveBytes();
    }

    /// The oldest line was answered by `ok`; null when none was waiting.
    void ok(GrblWindow.@Nullable Sent line, long now) {
        quietSince = now;
        stands.moved(now);
        if (line == null) {
            if (phase != Phase.STOPPING) {
                distrust("machine.answers-surplus", now);
            }
        } else if (line.number() > 0 && errors.isEmpty()) {
            answered.add(line);
            proof.answered(line.number(), wire.window());
        } else if (line.number() == 0 && phase == Phase.CONFIRMING) {
            phase = Phase.SETTLING;
        }
    }

    /// The oldest line was refused.
    void error(GrblWindow.@Nullable Sent line, int code, long now) {
        quietSince = now;
        int number = line == null ? 0 : line.number();
        if (line != null && number == 0 && phase == Phase.STREAMING) {
            // A command from before the run; the console shows it.
            return;
        }
        Problem refused = refusal(line, code, phase != Phase.STOPPING && number > 0 && sent > number);
        if (errors.size() < MOST_ERRORS) {
            errors.add(refused);
        }
        if (phase != Phase.STOPPING) {
            stop(new Failed(refused), now);
        }
    }

    /// @param more whether lines after it were already in the machine
    private Problem refusal(GrblWindow.@Nullable Sent line, int code, boolean more) {
        String text = line == null ? "" : line.line();
        int number = line == null ? 0 : line.number();
        boolean ours = line == null || GrblBlame.canBe(text, code, GrblLines.longest(machine.firmware()));
        Place place = Place.line(program.name(), number);
        Messages.Key why = GrblCode.error(code, machine.firmware());
        return more
                ? Problem.error(place, ours ? "machine.grbl-refused-after" : "machine.grbl-damaged-after", text, code,
                        why, number + 1, sent)
                : Problem.error(place, ours ? "machine.grbl-refused" : "machine.grbl-damaged", text, code, why);
    }

    /// `[GC:…]`, the answer to `$G`.
    void modes(long now) {
        if (phase == Phase.CONFIRMING) {
            confirmed = true;
        } else if (phase == Phase.SETTLING && !confirmed) {
            distrust("machine.answers-surplus", now);
        }
    }

    /// @param line what `Ln:` says is under way, -1 when it says nothing
    /// @param place state and place as they were written
    void report(MachineStatus status, int line, String place, long now) {
        account();
        if (stop != null) {
            stop.report(status, now);
        } else {
            boolean rest = status.state() == MachineState.IDLE || status.state() == MachineState.CHECK;
            if (buffers.usedBytes(status) > wire.window().bytes()) {
                // More waits in its buffer than is unanswered: it was answered for lines that it has not read.
                distrust("machine.answers-surplus", now);
                return;
            }
            boolean counted = proof.report(status, buffers.usedBytes(status), wire.window())
                    || phase == Phase.SETTLING && confirmed;
            GrblWindow.Sent oldest = wire.window().oldest();
            if (oldest != null) {
                executed.begun(oldest.number(), oldest.line());
            }
            executed.report(status, line, counted && buffers.hasSeenEmpty(machine.plannerBlocks())
                    ? buffers.usedBlocks(status)
                    : -1, now);
            rests = rest && phase == Phase.SETTLING && buffers.usedBlocks(status) == 0 ? rests + 1 : 0;
            if (!rest || wire.window().isEmpty()) {
                quietSince = now;
            }
            boolean stuck = stands.report(status, place, now);
            if (rests >= RESTS) {
                executed.allDone();
                end(new Completed(), now);
            } else if (now - quietSince > LOST_AFTER + (long) (wire.window().pauses() * 1e9)
                    || stuck && !wire.window().isEmpty() && wire.window().pauses() == 0) {
                distrust("machine.answers-lost", now);
            } else if (phase == Phase.SETTLING) {
                stands.settles(rest, now).ifPresent(problem -> stop(new Failed(problem), now));
            }
        }
        log.executed(executed());
    }

    /// Lines and answers were counted wrong, nobody knows since when: only what came before the last proof is certain.
    private void distrust(String key, long now) {
        account();
        certain = Math.min(executed.line(), proof.line());
        log.doubted(certain);
        stop(new Failed(Problem.error(null, key, wire.window().count(), certain)), now);
    }

    /// A hold begins: what the steppers still have stays with them.
    void held() {
        executed.held();
    }

    void alarm(int code, long now) {
        if (phase != Phase.STOPPING) {
            end(new Failed(Problem.error(null, "machine.grbl-alarm", code, GrblCode.alarm(code, machine.firmware()))),
                    now);
        }
    }

    /// GRBL said its banner: it was reset, by us or by something else.
    void banner(long now) {
        if (stop != null) {
            stop.banner();
            tick(now);
        } else {
            end(new Failed(Problem.error(null, "machine.was-reset", sent)), now);
        }
    }

    void abort(long now) {
        if (phase != Phase.STOPPING) {
            stop(new Aborted(), now);
        }
    }

    /// Ends in order: hold, standstill, reset.
    void stop(End why, long now) {
        if (!isEnded() && stop == null) {
            end = why;
            phase = Phase.STOPPING;
            stop = new GrblStop(wire, now);
        }
    }

    /// Ends at once, without a word to the machine.
    void end(End why, long now) {
        if (!isEnded()) {
            end = why;
            phase = Phase.ENDED;
            log.executed(progress().executed());
            wire.events().ended(new RunOutcome(end, progress(), 0, List.copyOf(errors), (now - started) / 1e9));
        }
    }

    void tick(long now) {
        if (log.failure().isPresent()) {
            stop(new Failed(log.failure().get()), now);
        }
        if (stop != null) {
            stop.tick(now);
            if (stop.isDone()) {
                end(end, now);
            }
        }
    }
}
