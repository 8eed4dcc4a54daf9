package org.commonwright.machine.host;

import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;

/// What both hosts can do. Every call waits for the answer, and throws a fault of the bundle `hosts` when there is none or it
/// is a refusal.
sealed interface HostApi permits OctoPrintApi, MoonrakerApi {
    /// Also finds out whether the key is good.
    HostInfo info(Progress progress);

    HostStatus status(Progress progress);

    /// Stores a program at the host, in a folder of our own, so that nobody else's file is replaced; does not start it.
    ///
    /// @return its path there
    String upload(Program program, Progress progress);

    void start(String path, Progress progress);

    void pause(Progress progress);

    void resume(Progress progress);

    /// Ends the program as the host does that: it brakes, and most switch heaters off.
    void cancel(Progress progress);

    /// Everything stops at once, as far as the network carries it.
    void emergencyStop(Progress progress);
}
