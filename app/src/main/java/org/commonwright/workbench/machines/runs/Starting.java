package org.commonwright.workbench.machines.runs;

import java.util.function.Consumer;
import org.commonwright.machine.protocol.Program;

/// Runs a program on a connected machine and shows it there.
@FunctionalInterface
public interface Starting {
    /// @param begun called with the journal's id, on another thread, when the run is written down and nothing was sent yet; a fault
    ///         of its own keeps the run from beginning
    void start(Program program, Consumer<String> begun);
}
