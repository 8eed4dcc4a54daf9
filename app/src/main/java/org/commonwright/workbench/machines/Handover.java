package org.commonwright.workbench.machines;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.commonwright.error.Fault;
import org.commonwright.machine.MachineListener;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;
import org.jspecify.annotations.Nullable;

/// Hands what a session says over to the window's thread, a bundle at a time: one call waits there at most, however much a
/// machine says. Of states and progress only the latest counts; of console lines the last ones are kept, and those that are
/// not are counted. What begins, ends and breaks a run is handed over in its order.
final class Handover implements MachineListener {
    private final Executor window;
    private final MachineNews news;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<ConsoleLine> lines = new ArrayDeque<>();
    private final List<Runnable> turns = new ArrayList<>();
    private @Nullable MachineStatus status;
    private @Nullable RunProgress progress;
    private int leftOut;
    private boolean waiting;
    private volatile boolean closed;

    Handover(Executor window, MachineNews news) {
        this.window = window;
        this.news = news;
    }

    /// What was still on its way is dropped: its window may be gone.
    void close() {
        closed = true;
    }

    @Override
    public void status(MachineStatus now) {
        note(() -> status = now);
    }

    @Override
    public void progress(RunProgress now) {
        note(() -> progress = now);
    }

    @Override
    public void received(String line) {
        note(() -> line(new ConsoleLine(false, line)));
    }

    @Override
    public void sent(String line) {
        note(() -> line(new ConsoleLine(true, line)));
    }

    @Override
    public void report(String line) {
        note(() -> line(new ConsoleLine(false, line, true)));
    }

    @Override
    public void routine(boolean sent, String line) {
        note(() -> line(new ConsoleLine(sent, line, true)));
    }

    @Override
    public void leftOut(int count) {
        note(() -> leftOut += count);
    }

    @Override
    public void started(Program program) {
        turn(() -> news.started(program));
    }

    @Override
    public void ended(RunOutcome outcome) {
        turn(() -> news.ended(outcome));
    }

    @Override
    public void disconnected(Fault reason) {
        turn(() -> news.disconnected(reason));
    }

    @Override
    public void caughtUp() {
        lock.lock();
        try {
            if (waiting || status == null && progress == null && lines.isEmpty() && turns.isEmpty()) {
                return;
            }
            waiting = true;
        } finally {
            lock.unlock();
        }
        window.execute(this::tell);
    }

    private void line(ConsoleLine line) {
        if (lines.size() == ConsoleLog.REMEMBERED) {
            lines.poll();
            leftOut++;
        }
        lines.add(line);
    }

    /// What came before it is told before it.
    private void turn(Runnable told) {
        note(() -> {
            MachineStatus state = status;
            RunProgress so = progress;
            if (state != null) {
                turns.add(() -> news.status(state));
            }
            if (so != null) {
                turns.add(() -> news.progress(so));
            }
            status = null;
            progress = null;
            turns.add(told);
        });
    }

    private void note(Runnable what) {
        lock.lock();
        try {
            what.run();
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        List<ConsoleLine> said = new ArrayList<>();
        List<Runnable> told = new ArrayList<>();
        note(() -> {
            waiting = false;
            if (leftOut > 0) {
                said.add(ConsoleLine.leftOut(leftOut));
            }
            said.addAll(lines);
            turn(() -> {});
            told.addAll(turns);
            turns.clear();
            lines.clear();
            leftOut = 0;
        });
        if (closed) {
            return;
        }
        told.forEach(Runnable::run);
        if (!said.isEmpty()) {
            news.said(said);
        }
    }
}
