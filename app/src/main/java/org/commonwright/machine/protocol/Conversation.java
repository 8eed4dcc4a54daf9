package org.commonwright.machine.protocol;

import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;

/// One firmware's side of the talk with a machine, without wires, threads or clocks: lines and time go in, bytes come out at
/// its [Outlet]. So a run with every fault can be played in a test in virtual time, the same each time.
///
/// `now` is a monotonic time in nanoseconds; the same clock for all calls. Not thread-safe: a session calls it under a lock.
public interface Conversation {
    /// Begins the handshake.
    void open(long now);

    /// One whole line from the machine, without its end.
    void received(String line, long now);

    /// Whether a line from the machine, not yet received, only reports what it does of its own, or answers what this conversation asks
    /// again and again.
    default boolean isRoutine(String line) {
        return false;
    }

    /// Called after each batch of lines, and at least ten times a second: sends what may be sent, polls, notices silence.
    void tick(long now);

    /// Called when what was to be sent has left: time for what can wait, such as reckoning what is done.
    default void afterSending() {}

    /// Whether the handshake is done.
    boolean isReady();

    /// What is known of the machine; complete once [#isReady()].
    MachineInfo info();

    MachineStatus status();

    /// Starts to stream a program.
    ///
    /// @throws Fault when the program cannot be run on this machine, before anything is sent
    void start(Program program, SendLog log, long now);

    boolean isRunning();

    /// The running or last run's counts.
    RunProgress progress();

    void hold(long now);

    void resume(long now);

    /// Ends the run, or whatever moves, in order: comes to a stand, forgets what is queued, tools off.
    void abort(long now);

    /// The bytes that stop everything at once; they may be written past whatever else waits.
    byte[] emergencyBytes();

    /// Says that the emergency bytes were written.
    void emergencyStopped(long now);

    void home(long now);

    /// Leaves an alarm without homing.
    void unlock(long now);

    /// Moves at this velocity in mm per second for as long as this is called again within a moment; a stop of the calls
    /// stops the machine.
    void jog(Position velocity, long now);

    void stopJog(long now);

    void adjust(Adjustment adjustment, long now);

    /// Something that acts at once.
    ///
    /// @throws Fault `machine.no-such-signal` when the firmware has nothing like it, or when it has no place now
    default void signal(Signal signal, long now) {
        throw new Fault("machine.no-such-signal");
    }

    /// Sends a line that a person typed.
    ///
    /// @throws Fault when a program runs, or when the line cannot be sent
    void command(String line, long now);

    /// Sends a line of an operator's, also between the lines of a program that runs; what must reach a firmware that waits for a
    /// person goes past all others.
    ///
    /// @throws Fault when this firmware takes nothing beside a program, or when the line cannot be sent
    default void operate(String line, long now) {
        command(line, now);
    }

    /// What a printer asks, tells and prints of its own.
    default PrinterState printer() {
        return PrinterState.NOTHING;
    }

    /// Begins to write a file to the machine's card; [#isRunning()] until it is there.
    ///
    /// @throws Fault when it has no card, or is busy
    default void upload(Upload upload, long now) {
        throw new Fault("printer.no-card");
    }

    /// The session is about to let go of the machine: switches off what may not be left on without anybody.
    default void leaving(long now) {}

    /// Sends a line and gathers what the machine says until it has answered it.
    ///
    /// @throws Fault when a program runs, while another line waits for its answer, or when the line cannot be sent
    void ask(Question question, long now);

    /// The link is gone.
    void lost(Optional<Fault> reason, long now);

    /// The run must end as failed: for a reason from outside, such as a journal that cannot be written.
    void fail(Problem reason, long now);
}
