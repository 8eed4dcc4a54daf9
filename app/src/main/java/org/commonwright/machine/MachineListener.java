package org.commonwright.machine;

import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.PrinterState;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;

/// Hears what happens on a machine, in order, on a thread of the session's own; a window hands it over to its own thread.
/// Being slow here never slows the machine: when thousands of console lines wait, some are left out, and [#leftOut] says how
/// many.
public interface MachineListener {
    /// State, position, speeds: at most five times a second, and at each change of state.
    default void status(MachineStatus status) {}

    /// A line that the machine said.
    default void received(String line) {}

    /// A line that left for the machine.
    default void sent(String line) {}

    /// A report of its state that the machine was asked for by the way, many times a second; [#status] has what it says.
    default void report(String line) {}

    /// A line of what goes on by itself between program and machine: what is asked again and again, and what answers that.
    ///
    /// @param sent whether it left for the machine
    default void routine(boolean sent, String line) {
        if (sent) {
            sent(line);
        } else {
            received(line);
        }
    }

    /// Console lines were left out.
    default void leftOut(int lines) {}

    /// A program begins: its first lines are about to leave.
    default void started(Program program) {}

    /// At most ten times a second while a program runs.
    default void progress(RunProgress progress) {}

    default void ended(RunOutcome outcome) {}

    /// A printer asks, tells or prints something of its own.
    default void printer(PrinterState state) {}

    /// The link is gone; nothing more will be heard.
    ///
    /// @param reason one sentence for a person
    default void disconnected(Fault reason) {}

    /// For the moment there is nothing more to tell: whoever shows what happens may show it now, in one go. Called
    /// fifty times a second at most.
    default void caughtUp() {}
}
