package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A machine that takes its time to start: a minute, here shortened.
@Execution(ExecutionMode.CONCURRENT)
class LateDeviceTest {
    private static final double LATE = 1.6;

    @Test
    void itIsSaidThatNothingAnswers() throws Exception {
        var machines = new Machines(List::of, 1);
        try (HostileDevice device = HostileDevice.answering(_ -> new byte[0])) {
            Port port = Port.parse(device.port());
            long began = System.nanoTime();
            Fault fault = assertThrows(Fault.class, () -> machines.connect(port, "impatient"));
            double seconds = (System.nanoTime() - began) / 1e9;
            assertEquals("machine.no-answer", fault.code());
            assertTrue(seconds > 0.9, () -> seconds + " s");
        }
    }

    @Test
    void whoeverWaitsIsConnected() throws Exception {
        var machines = new Machines(List::of, 1);
        long began = System.nanoTime();
        try (HostileDevice device = HostileDevice.answering(
                line -> System.nanoTime() - began < LATE * 1e9 ? new byte[0] : HostileDevice.grblAnswer(line));
                Session session = machines.connect(Port.parse(device.port()), "patient", 60, Progress.NONE)) {
            assertEquals("Grbl", session.info().firmware());
            double seconds = (System.nanoTime() - began) / 1e9;
            assertTrue(seconds >= LATE, () -> seconds + " s");
        }
    }

    @Test
    void whoHasEnoughOfWaitingIsFree() throws Exception {
        var machines = new Machines(List::of, 600);
        try (HostileDevice device = HostileDevice.answering(_ -> new byte[0])) {
            Port port = Port.parse(device.port());
            long enough = System.nanoTime() + 300_000_000L;
            assertThrows(CancelledFault.class,
                    () -> machines.connect(port, "bored", 600, Progress.silent(() -> System.nanoTime() > enough)));
            // The port is free again.
            machines.hold(port, "the next").close();
        }
    }
}
