package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.commonwright.error.Fault;
import org.commonwright.machine.marlin.MarlinConversation;
import org.commonwright.machine.protocol.HostPrompt;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome.Failed;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.protocol.Upload;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.commonwright.machine.virtual.VirtualMarlin.Build;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A printer's own matters in virtual time: what it asks, its card, what is switched off.
class MarlinPrinterTest {
    private Rig rig = rig(Build.USUAL);

    private static Rig rig(Build build) {
        return new Rig(new VirtualMarlin(build, (_, _, _) -> {}), MarlinConversation::new);
    }

    private void prompted(String text) {
        rig.until(() -> {
            HostPrompt prompt = rig.talk.printer().prompt();
            return prompt != null && prompt.text().equals(text);
        });
    }

    @Test
    void aQuestionInTheMiddleOfARunIsAnswered() {
        rig.connect();
        rig.start("G28\nG1 X5 F1000\nM0\nG1 X10\n", SendLog.NONE);
        prompted("M0/1 Break Called");
        assertEquals(List.of("Continue"), Objects.requireNonNull(rig.talk.printer().prompt()).choices());
        rig.seconds(30);
        assertNull(rig.outcome, "it waits for a person");
        assertTrue(rig.talk.printer().waitsForPerson());
        rig.talk.operate("M876 S0", rig.now);
        rig.flush();
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
        assertEquals(0, rig.outcome.resends());
        assertNull(rig.talk.printer().prompt());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filamentIsChangedInTheMiddleOfARun(boolean advanced) {
        rig = rig(new Build(advanced, true)).connect();
        rig.start(MarlinRunTest.print(new Random(11), 40).replaceFirst("(?s)(F1200\n(?:[^\n]*\n){20})", "$1M600\n"),
                SendLog.NONE);
        prompted("Nozzle Parked");
        assertEquals(MachineState.HOLD, rig.talk.status().state());
        rig.talk.operate("M108", rig.now);
        rig.flush();
        prompted("Paused");
        rig.talk.operate("M876 S0", rig.now);
        rig.flush();
        rig.seconds(2);
        prompted("Paused");
        rig.talk.operate("M876 S1", rig.now);
        rig.flush();
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
        assertEquals(0, rig.outcome.resends());
    }

    @Test
    void operatorsLinesGoBetweenThoseOfAProgramAndOthersDoNot() {
        rig.connect();
        rig.start(MarlinRunTest.print(new Random(12), 60), SendLog.NONE);
        rig.until(() -> rig.talk.progress().sent() > 20);
        for (String line : List.of("M104 S215", "M106 S128", "M221 S95", "M290 Z0.025")) {
            rig.talk.operate(line, rig.now);
        }
        for (String line : List.of("G28", "G1 X5", "M84", "M112", "M30 A.GCO")) {
            assertEquals("machine.running", assertThrows(Fault.class, () -> rig.talk.operate(line, rig.now)).code());
        }
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
        assertTrue(rig.sent.stream().anyMatch(line -> line.contains(" M290 Z0.025*")), rig.sent::toString);
    }

    @Test
    void temperaturesAreAskedForWhereTheyDoNotComeByThemselves() {
        rig = rig(Build.lacking("AUTOREPORT_TEMP")).connect();
        rig.seconds(5);
        assertTrue(rig.sent.contains("M105"));
        assertEquals(3, rig.talk.status().temperatures().size());
        rig.sent.clear();
        rig.start(MarlinRunTest.print(new Random(13), 100), SendLog.NONE);
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
        assertTrue(rig.sent.stream().filter(line -> line.contains(" M105*")).count() > 3, "also while it prints");
        Rig tells = rig(Build.USUAL).connect();
        tells.seconds(5);
        assertTrue(tells.sent.stream().noneMatch(line -> line.equals("M105")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileIsWrittenToTheCardAndPrintedFromIt(boolean advanced) {
        rig = rig(new Build(advanced, true)).connect();
        rig.talk.upload(
                new Upload("PART.GCO", Program.of("part.gcode", "G28\nG1 X30 F3000 ; go\n\nG1 X0\n".repeat(30))),
                rig.now);
        assertEquals("machine.running",
                assertThrows(Fault.class, () -> rig.talk.operate("M104 S200", rig.now)).code());
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
        assertTrue(rig.received.contains("Done saving file."));
        assertEquals(0, rig.machine.position(rig.now).x(), "nothing was done");
        rig.talk.command("M23 PART.GCO", rig.now);
        rig.talk.operate("M24", rig.now);
        rig.flush();
        rig.until(() -> rig.machine.position(rig.now).x() > 5);
        assertEquals(MachineState.RUN, rig.talk.status().state());
        assertEquals("printer.card-prints",
                assertThrows(Fault.class, () -> rig.start("G28\n", SendLog.NONE)).code());
        rig.talk.hold(rig.now);
        rig.seconds(5);
        assertEquals(MachineState.HOLD, rig.talk.status().state());
        rig.talk.resume(rig.now);
        rig.until(() -> rig.talk.printer().card() == null);
        assertTrue(rig.received.contains("Done printing file"));
        assertEquals(MachineState.IDLE, rig.talk.status().state());
    }

    @Test
    void withoutAnOpenFileNotOneLineIsSent() {
        rig.connect();
        rig.talk.upload(new Upload("THIS-NAME-IS-TOO-LONG.GCO", Program.of("part.gcode", "G1 X50 F3000\n".repeat(9))),
                rig.now);
        rig.until(() -> rig.outcome != null);
        assertEquals("printer.not-opened", assertInstanceOf(Failed.class, rig.outcome.end()).reason().code());
        rig.seconds(5);
        assertTrue(rig.sent.stream().noneMatch(line -> line.contains("X50")), rig.sent::toString);
        assertEquals(0, rig.machine.position(rig.now).x());
    }

    @Test
    void anUploadThatIsCancelledLeavesNoFile() {
        rig.connect();
        rig.talk.upload(new Upload("PART.GCO", Program.of("part.gcode", "G1 X50 F3000\n".repeat(900))), rig.now);
        rig.until(() -> rig.talk.progress().sent() > 50);
        rig.talk.abort(rig.now);
        rig.until(() -> rig.outcome != null);
        assertEquals("aborted", rig.outcome.word());
        rig.seconds(2);
        assertTrue(rig.received.contains("File deleted:PART.GCO"), rig::text);
        assertEquals(0, rig.machine.position(rig.now).x());
    }

    @Test
    void aStopThatFallsIntoADamagedLineIsSaidAgain() {
        rig.connect();
        rig.talk.operate("M104 S200", rig.now);
        rig.flush();
        rig.seconds(2);
        rig.start("G28\n" + "G1 X50 F3000\nG1 X0\n".repeat(50), SendLog.NONE);
        rig.until(() -> rig.talk.progress().sent() > 20);
        // Half a line of the program and the stop behind it: Marlin throws both away.
        rig.write(Rig.ascii("N7 G1 X99*3\n"));
        rig.talk.abort(rig.now);
        rig.outlet.take();
        rig.until(() -> rig.outcome != null);
        rig.seconds(2);
        assertEquals("aborted", rig.outcome.word());
        assertTrue(rig.talk.status().temperatures().stream().allMatch(t -> t.target() == 0), rig::text);
    }

    @Test
    void damagedLinesOfAnUploadAreSentAgain() {
        rig.connect();
        rig.talk.upload(new Upload("PART.GCO", Program.of("part.gcode", "G1 X50 F3000\n".repeat(60))), rig.now);
        rig.until(() -> rig.talk.progress().sent() > 20);
        rig.write(Rig.ascii("N7 G1 X99*3\n"));
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
        assertTrue(rig.outcome.resends() > 0);
        rig.talk.command("M20", rig.now);
        rig.seconds(2);
        assertTrue(rig.received.contains("PART.GCO " + "G1 X50 F3000\n".repeat(60).length()), rig::text);
    }

    @Test
    void whatIsHotIsSwitchedOffWhenTheSessionEndsUnlessTheCardPrints() {
        rig.connect();
        rig.talk.operate("M104 S215", rig.now);
        rig.flush();
        rig.seconds(3);
        rig.talk.leaving(rig.now);
        rig.flush();
        rig.seconds(2);
        assertTrue(rig.talk.status().temperatures().stream().allMatch(t -> t.target() == 0));
        rig.talk.operate("M104 S215", rig.now);
        rig.talk.command("M23 SQUARE.GCO", rig.now);
        rig.talk.operate("M24", rig.now);
        rig.flush();
        rig.seconds(10);
        rig.talk.leaving(rig.now);
        rig.flush();
        rig.seconds(2);
        assertEquals(215, rig.talk.status().temperatures().getFirst().target());
        rig.talk.abort(rig.now);
        rig.flush();
        rig.seconds(2);
        assertTrue(rig.talk.status().temperatures().stream().allMatch(t -> t.target() == 0));
        assertNull(rig.talk.printer().card());
    }

    @Test
    void theEmergencyStopIsNotWrittenIntoAFile() {
        rig.connect();
        rig.talk.upload(new Upload("PART.GCO", Program.of("part.gcode", "G1 X50 F3000\n".repeat(900))), rig.now);
        rig.until(() -> rig.talk.progress().sent() > 50);
        rig.write(rig.talk.emergencyBytes());
        rig.talk.emergencyStopped(rig.now);
        rig.seconds(3);
        assertTrue(rig.received.contains("Error:Printer halted. kill() called!"), rig::text);
    }

    @Test
    void aPrintBegunAtThePanelIsSeenAndAnIdlePrinterIsLeftAlone() {
        rig.connect();
        rig.write(Rig.ascii("M23 SQUARE.GCO\nM24\n"));
        rig.until(() -> rig.talk.printer().card() != null);
        rig.talk.abort(rig.now);
        rig.flush();
        rig.seconds(10);
        rig.received.clear();
        rig.seconds(30);
        assertTrue(rig.received.stream().noneMatch(line -> line.contains("SD printing")), rig::text);
    }

    @Test
    void whatSomebodyElseHeatedIsNotSwitchedOffByLeaving() {
        rig.connect();
        rig.write(Rig.ascii("M104 S215\n"));
        rig.seconds(3);
        rig.sent.clear();
        rig.talk.leaving(rig.now);
        assertEquals(List.of(), rig.sent);
        assertEquals(215, rig.talk.status().temperatures().getFirst().target());
    }

    @Test
    void anAbortSwitchesOffWhatAnOperatorHeatedInTheFirmwaresOrder() {
        rig.connect();
        rig.talk.operate("M140 S60", rig.now);
        rig.flush();
        rig.seconds(2);
        rig.start("G28\nM3 S100\n" + "G1 X50 F300\nG1 X0\n".repeat(50), SendLog.NONE);
        rig.until(() -> rig.talk.progress().sent() > 4);
        rig.seconds(5);
        rig.sent.clear();
        rig.talk.abort(rig.now);
        rig.until(() -> rig.outcome != null);
        assertEquals(List.of("M108", "M410", "M104 S0", "M140 S0", "M5", "M107", "M400"), rig.sent);
    }

    @Test
    void withoutAnEmergencyParserAStopWaitsItsTurnAndNothingElseIsSent() {
        rig = rig(Build.lacking("EMERGENCY_PARSER")).connect();
        rig.start("M104 S60\nG28\n" + "G1 X50 F300\nG1 X0\n".repeat(50), SendLog.NONE);
        rig.until(() -> rig.talk.progress().sent() > 4);
        rig.seconds(5);
        rig.sent.clear();
        rig.talk.abort(rig.now);
        rig.until(() -> rig.outcome != null);
        assertEquals(List.of("M410", "M104 S0", "M140 S0", "M107", "M400"), rig.sent);
        assertEquals("aborted", rig.outcome.word());
        rig.write(rig.talk.emergencyBytes());
        rig.talk.emergencyStopped(rig.now);
        rig.seconds(60);
        assertTrue(rig.received.contains("Error:Printer halted. kill() called!"), rig::text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Error:Heating failed, system stopped! Heater_ID: 0",
            "Error:Thermal Runaway, system stopped! Heater_ID: bed", "Error:Printer halted. kill() called!",
            "!! hardware failure", "fatal: heater 1 out of control", "error:Printer halted."})
    void whatHaltsTheFirmwareEndsTheRun(String line) {
        rig.connect();
        rig.start(MarlinRunTest.print(new Random(14), 50), SendLog.NONE);
        rig.until(() -> rig.talk.progress().sent() > 15);
        rig.talk.received(line, rig.now);
        assertEquals("machine.marlin-error", assertInstanceOf(Failed.class, rig.outcome.end()).reason().code());
        assertEquals(MachineState.HALTED, rig.talk.status().state());
    }

    @Test
    void coldFilamentInARunIsSaid() {
        rig.connect();
        rig.run(MarlinRunTest.print(new Random(15), 5));
        assertEquals(List.of("printer.cold-in-run"),
                Objects.requireNonNull(rig.outcome).errors().stream().map(problem -> problem.code()).toList());
    }

    @Test
    void anOperatorsLinesAlsoGoWhileARunIsHeldAndAtItsEnd() {
        rig.connect();
        rig.start(MarlinRunTest.print(new Random(16), 40), SendLog.NONE);
        rig.until(() -> rig.talk.progress().sent() > 20);
        rig.talk.hold(rig.now);
        rig.talk.operate("M106 S200", rig.now);
        rig.seconds(20);
        assertTrue(rig.sent.stream().anyMatch(line -> line.contains("M106 S200")), rig.sent::toString);
        rig.talk.resume(rig.now);
        rig.until(() -> rig.sent.getLast().contains(" M400*"));
        rig.talk.operate("M106 S20", rig.now);
        rig.until(() -> rig.outcome != null);
        rig.seconds(1);
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
        assertTrue(rig.sent.contains("M106 S20"), "after the end");
    }

    @Test
    void onlyOneLineIsUnderwayWhereTheFirmwareDoesNotSayWhatItTakes() {
        rig = rig(new Build(false, true)).connect();
        rig.received.clear();
        rig.sent.clear();
        rig.start(MarlinRunTest.print(new Random(17), 60), SendLog.NONE);
        rig.until(() -> {
            long oks = rig.received.stream().filter(line -> line.startsWith("ok")).count();
            assertTrue(rig.sent.size() - oks <= 1, () -> rig.sent.size() + " sent, " + oks + " answered");
            return rig.outcome != null;
        });
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
    }

    @Test
    void aMachineThatWaitsForLinesHasAnsweredThemAll() {
        rig.connect();
        rig.start("G28\nG1 X5 F1000\nG4 P1\nG1 X10\n".repeat(20), SendLog.NONE);
        rig.until(() -> rig.talk.progress().sent() > 30);
        rig.seconds(3);
        for (int i = 0; i < 5; i++) {
            rig.talk.received("wait", rig.now);
            rig.seconds(1);
        }
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
    }

    @Test
    void aMachineThatMakesUpPromptsFillsNothing() {
        rig.connect();
        rig.talk.received("//action:prompt_begin " + "x".repeat(5000), rig.now);
        for (int i = 0; i < 1000; i++) {
            rig.talk.received("//action:prompt_choice " + "y".repeat(5000), rig.now);
        }
        rig.talk.received("//action:prompt_show", rig.now);
        HostPrompt prompt = Objects.requireNonNull(rig.talk.printer().prompt());
        assertEquals(200, prompt.text().length());
        assertEquals(10, prompt.choices().size());
        rig.talk.received("//action:notification Layer 5", rig.now);
        assertEquals("Layer 5", rig.talk.printer().notice());
        rig.talk.received("//action:prompt_end", rig.now);
        assertNull(rig.talk.printer().prompt());
    }
}
