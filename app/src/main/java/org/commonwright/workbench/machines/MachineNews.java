package org.commonwright.workbench.machines;

import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;

/// What a machine's page is told, on the window's thread.
interface MachineNews {
    void status(MachineStatus now);

    void progress(RunProgress now);

    /// Some lines of the console, the oldest first.
    void said(List<ConsoleLine> lines);

    void started(Program program);

    void ended(RunOutcome outcome);

    void disconnected(Fault reason);
}
