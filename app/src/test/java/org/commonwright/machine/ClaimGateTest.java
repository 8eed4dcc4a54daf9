package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimGateTest {
    @TempDir
    private Path folder;

    @Test
    void anOlderEpochIsRefusedForEver() {
        new ClaimGate(folder).admit("job/1", 3);
        var anotherProcess = new ClaimGate(folder);
        assertEquals("machine.claim-older",
                assertThrows(Fault.class, () -> anotherProcess.admit("job/1", 2)).code());
        anotherProcess.admit("job/1", 3);
        anotherProcess.admit("job/1", 4);
        assertThrows(Fault.class, () -> anotherProcess.start("job/1", 3, "run"));
        anotherProcess.admit("job/2", 1);
    }

    @Test
    void aJobStartsOnceUntilAPersonSaysOtherwise() {
        var gate = new ClaimGate(folder);
        gate.start("job", 1, "run-1");
        assertEquals("run-1", new ClaimGate(folder).entry("job").orElseThrow().started().orElseThrow());
        assertEquals("machine.claim-started",
                assertThrows(Fault.class, () -> gate.start("job", 2, "run-2")).code());
        gate.release("job");
        gate.start("job", 2, "run-2");
    }

    @Test
    void manyAtOnceStartOnce() {
        var gate = new ClaimGate(folder);
        var started = new AtomicInteger();
        IntStream.range(0, 16).parallel().forEach(i -> {
            try {
                gate.start("job", 1, "run-" + i);
                started.incrementAndGet();
            } catch (Fault fault) {
                assertEquals("machine.claim-started", fault.code());
            }
        });
        assertEquals(1, started.get());
    }
}
