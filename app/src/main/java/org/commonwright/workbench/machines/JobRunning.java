package org.commonwright.workbench.machines;

import java.util.function.Consumer;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Progress;

/// Runs a program on a machine, with whatever is written down about it.
@FunctionalInterface
public interface JobRunning {
    /// @param begun called with the journal's id when everything is written down and nothing was sent yet; a fault of its own keeps
    ///         the run from beginning
    RunOutcome run(Session session, Program program, Consumer<String> begun, Progress progress);
}
