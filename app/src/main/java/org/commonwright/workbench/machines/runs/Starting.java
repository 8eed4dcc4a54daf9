package org.commonwright.workbench.machines.runs;

import java.util.List;
import java.util.function.Consumer;
import org.commonwright.error.Problem;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;

/// Runs a program on a connected machine and shows it there.
public interface Starting {
    /// What speaks against it on this machine as it is now. Takes time.
    List<Problem> look(Program program, Progress progress);

    /// @param begun called with the journal's id, on another thread, when the run is written down and nothing was sent yet; a fault
    ///         of its own keeps the run from beginning
    /// @param refused called when the run ended in a fault, which was told
    void start(Program program, Consumer<String> begun, Runnable refused);
}
