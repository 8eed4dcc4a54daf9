package org.commonwright.machine.macro;

import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.machine.Session;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;

/// Sends a macro's lines one by one, each after the answer to the one before. The first that the machine refuses ends it.
public final class MacroRun {
    /// A line may home, or heat and wait.
    private static final int PATIENCE = 900;

    private final Session session;

    public MacroRun(Session session) {
        this.session = session;
    }

    /// Hears of each line.
    @FunctionalInterface
    public interface Heard {
        /// @param number from 0
        /// @param answer what the machine said, without its `ok`
        void answered(int number, List<String> answer);
    }

    /// @param lines as [Macro#filled] gives them
    /// @throws Fault `macros.other-firmware` before anything is sent; what asking throws at the line that went wrong: those
    ///         before it were done, those behind it were not sent
    public void run(Macro macro, List<String> lines, Heard heard, Progress progress) throws InterruptedException {
        if (!macro.dialect().isEmpty() && !macro.dialect().equals(session.info().dialect())) {
            throw new Fault("macros.other-firmware", macro.name(), macro.dialect(), session.info().firmware());
        }
        for (int i = 0; i < lines.size(); i++) {
            progress.check();
            heard.answered(i, ask(lines.get(i), progress));
            progress.update((i + 1.0) / lines.size());
        }
    }

    /// A cancel stops what the line has begun.
    private List<String> ask(String line, Progress progress) throws InterruptedException {
        try {
            return session.ask(line, PATIENCE, progress);
        } catch (CancelledFault cancelled) {
            session.abort();
            throw cancelled;
        }
    }
}
