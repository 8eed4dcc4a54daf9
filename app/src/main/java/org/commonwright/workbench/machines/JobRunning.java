package org.commonwright.workbench.machines;

import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Progress;

/// Runs a program on a machine, with whatever is written down about it.
@FunctionalInterface
public interface JobRunning {
    /// @param begun called when everything is written down and nothing was sent yet; a fault of its own keeps the run from
    ///         beginning
    RunOutcome run(Session session, Program program, Runnable begun, Progress progress);
}
