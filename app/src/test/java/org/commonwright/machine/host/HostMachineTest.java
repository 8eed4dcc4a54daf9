package org.commonwright.machine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commonwright.error.Fault;
import org.commonwright.machine.host.HostAddress.Software;
import org.commonwright.machine.host.practice.PracticeHost;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both hosts as their documents say they are.
class HostMachineTest {
    private static final String KEY = "A1b2C3d4";
    private static final Program PROGRAM = Program.of("bracket \"v2\".nc", "G21\nG28\nG1 X10 F600\n");

    @ParameterizedTest
    @EnumSource
    void aProgramIsUploadedStartedAndWatchedToItsEnd(Software software) throws IOException {
        try (var host = PracticeHost.start(software, 0, KEY, 600);
                var machine = HostMachine.connect(host.address(), KEY, Progress.NONE)) {
            assertEquals(software.title(), machine.info().software());
            assertEquals(HostState.READY, machine.status(Progress.NONE).state());
            List<HostStatus> seen = new ArrayList<>();
            HostOutcome outcome = machine.run(PROGRAM, status -> {
                seen.add(status);
                if (status.state() == HostState.PRINTING) {
                    host.finish();
                }
            }, Progress.NONE);
            assertTrue(outcome.isCompleted(), outcome::toString);
            assertEquals("commonwright/bracket _v2_.nc.gcode", outcome.file());
            assertEquals(1, outcome.fraction());
            assertTrue(seen.stream().anyMatch(s -> s.state() == HostState.PRINTING
                    && s.temperatures().stream().anyMatch(t -> t.heater().equals("T0") && t.target() == 205)
                    && s.temperatures().stream().anyMatch(t -> t.heater().equals("B") && t.actual() == 60)),
                    seen::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAbortedHereIsAbortedAndWhatIsCancelledThereIsSaidToBe(Software software) throws IOException {
        try (var host = PracticeHost.start(software, 0, "", 600);
                var machine = HostMachine.connect(host.address(), "", Progress.NONE)) {
            var stop = new AtomicBoolean();
            HostOutcome aborted = machine.run(PROGRAM, status -> stop.set(status.state() == HostState.PRINTING),
                    Progress.silent(stop::get));
            assertInstanceOf(RunOutcome.Aborted.class, aborted.end(), aborted::toString);
            HostOutcome cancelled = machine.run(PROGRAM, status -> {
                if (status.state() == HostState.PRINTING) {
                    machine.cancel(Progress.NONE);
                }
            }, Progress.NONE);
            assertEquals("hosts.stopped-there", reason(cancelled));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMachineThatIsBusyGetsNothingElse(Software software) throws IOException {
        try (var host = PracticeHost.start(software, 0, "", 600);
                var machine = HostMachine.connect(host.address(), "", Progress.NONE)) {
            List<String> codes = new ArrayList<>();
            HostOutcome stopped = machine.run(PROGRAM, status -> {
                if (status.state() == HostState.PRINTING) {
                    codes.add(assertThrows(Fault.class, () -> machine.run(PROGRAM, _ -> {}, Progress.NONE)).code());
                    machine.pause(Progress.NONE);
                    assertEquals(HostState.PAUSED, machine.status(Progress.NONE).state());
                    machine.resume(Progress.NONE);
                    assertEquals(HostState.PRINTING, machine.status(Progress.NONE).state());
                    machine.emergencyStop(Progress.NONE);
                }
            }, Progress.NONE);
            assertEquals(List.of("hosts.busy"), codes);
            assertEquals("hosts.machine-error", reason(stopped));
            assertEquals(HostState.ERROR, machine.status(Progress.NONE).state());
            assertEquals("hosts.not-ready",
                    assertThrows(Fault.class, () -> machine.run(PROGRAM, _ -> {}, Progress.NONE)).code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsWrongIsRefusedAndNeverTold(Software software) throws IOException {
        try (var host = PracticeHost.start(software, 0, KEY, 0)) {
            for (String wrong : List.of("", "verySecretButWrong")) {
                Fault fault = assertThrows(Fault.class,
                        () -> HostMachine.connect(host.address(), wrong, Progress.NONE));
                assertEquals("hosts.key-refused", fault.code());
                assertFalse(fault.toString().contains("verySecret"), fault::toString);
            }
        }
    }

    private static String reason(HostOutcome outcome) {
        return assertInstanceOf(RunOutcome.Failed.class, outcome.end(), outcome::toString).reason().code();
    }
}
