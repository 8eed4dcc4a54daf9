package org.commonwright.machine.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.card.MachineCard;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.history.History;
import org.commonwright.machine.history.RecordedRun;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final MachineId MILL = new MachineId("usb:2341:0043:ABC");
    private static final Program GOOD = Program.of("good.nc", "G21G90\nG0X5\nG0X6\n");
    private static final Program BAD = Program.of("bad.nc", "G21G90\nG0X5\nG99\n");

    @TempDir
    Path folder;

    private Queues queues;

    @BeforeEach
    void make() {
        queues = new Queues(folder.resolve("queues"), folder.resolve("journals"));
    }

    private List<String> names() {
        return queues.read(MILL).items().stream().map(QueueItem::program).toList();
    }

    private String run(Session session) {
        return run(session, _ -> {});
    }

    private String run(Session session, Consumer<Program> look) {
        var runs = new RecordedRun(new History(folder.resolve("history"), folder.resolve("journals")),
                InstantSource.system());
        return new QueueRun(queues, runs)
                .next(session, MILL, MachineCard.EMPTY, look, JournaledRun.BeforeFirstByte.NOTHING,
                        Progress.NONE)
                .outcome().word();
    }

    @Test
    void whatIsAddedIsThereAfterwardsInTheOrderThatAPersonGivesIt() {
        for (String name : List.of("a", "b", "c")) {
            queues.add(MILL, Program.of(name, "G0X" + name.length() + "\n"), 1, NOW);
        }
        queues.change(MILL, queue -> queue.move("3", 1));
        assertEquals(List.of("c", "a", "b"), names());
        queues.change(MILL, queue -> queue.remove("1").copies("2", 3));
        assertEquals(List.of("c", "b"), names());
        assertEquals(3, queues.read(MILL).item("2").left());
        assertEquals(List.of(), queues.read(new MachineId("virtual:grbl")).items(), "another machine's is another");
        assertThrows(Fault.class, () -> queues.change(MILL, queue -> queue.remove("7")));
        assertThrows(Fault.class, () -> queues.change(MILL, queue -> queue.copies("2", 0)));
    }

    @Test
    void aCopyIsKeptAsLongAsAnyQueueWaitsForIt() throws IOException {
        Program other = Program.of("other.nc", "G0X9\n");
        MachineId printer = new MachineId("virtual:marlin");
        queues.add(MILL, GOOD, 1, NOW);
        queues.add(MILL, other, 1, NOW);
        queues.add(printer, GOOD, 1, NOW);
        Path copies = folder.resolve("queues/programs");
        Path note = Files.writeString(copies.resolve("note.txt"), "a person's own");
        Path good = copies.resolve(GOOD.hash().hex() + ".gcode");
        queues.change(MILL, queue -> queue.remove("1"));
        assertTrue(Files.exists(good), "the printer still waits for it");
        queues.change(printer, queue -> queue.remove("1"));
        assertFalse(Files.exists(good));
        assertEquals(2, queues.program(queues.read(MILL).item("2")).lines() + 1);
        Path damaged = Files.writeString(folder.resolve("queues/damaged.json"), "{");
        queues.change(MILL, queue -> queue.remove("2"));
        Path last = copies.resolve(other.hash().hex() + ".gcode");
        assertTrue(Files.exists(last), "nobody knows what waits in the damaged one");
        Files.delete(damaged);
        queues.add(MILL, GOOD, 1, NOW);
        queues.change(MILL, queue -> queue.remove("1"));
        assertFalse(Files.exists(last));
        assertFalse(Files.exists(good));
        assertTrue(Files.exists(note));
    }

    @Test
    void eachRunNeedsThePlateToBeClearedFirst() throws InterruptedException {
        queues.add(MILL, GOOD, 2, NOW);
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "test")) {
            assertEquals("queue.plate", assertThrows(Fault.class, () -> run(session)).code());
            queues.change(MILL, MachineQueue::clearPlate);
            assertEquals("completed", run(session));
            MachineQueue after = queues.read(MILL);
            assertEquals(1, after.item("1").left());
            assertFalse(after.plateClear() || after.paused());
            assertEquals("queue.plate", assertThrows(Fault.class, () -> run(session)).code());
            queues.change(MILL, MachineQueue::clearPlate);
            assertEquals("completed", run(session));
            assertEquals(List.of(), names());
            queues.change(MILL, MachineQueue::clearPlate);
            assertEquals("queue.empty", assertThrows(Fault.class, () -> run(session)).code());
        }
    }

    @Test
    void whatFailsStaysAndPausesTheQueue() throws InterruptedException {
        queues.add(MILL, BAD, 1, NOW);
        queues.add(MILL, GOOD, 1, NOW);
        queues.change(MILL, MachineQueue::clearPlate);
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "test")) {
            assertEquals("failed", run(session));
        }
        MachineQueue after = queues.read(MILL);
        assertEquals(List.of("bad.nc", "good.nc"), names());
        assertEquals("failed", after.item("1").last());
        assertTrue(after.paused() && !after.plateClear() && after.running().isEmpty());
    }

    @Test
    void whatIsRefusedBeforeAnythingWasSentWasNotTried() throws InterruptedException {
        queues.add(MILL, Program.of("long.nc", "G21 G90\nG1 F100 X0." + "0".repeat(90) + "1\n"), 1, NOW);
        MachineQueue before = queues.change(MILL, MachineQueue::clearPlate);
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "test")) {
            assertEquals("machine.line-too-long", assertThrows(Fault.class, () -> run(session)).code());
            assertEquals(before, queues.read(MILL));
            assertEquals("x", assertThrows(Fault.class, () -> run(session, _ -> {
                throw new Fault("x");
            })).code());
        }
        assertEquals(before, queues.read(MILL));
    }

    @Test
    void onlyItsOwnRunIsTakenBack() {
        queues.add(MILL, GOOD, 1, NOW);
        queues.change(MILL, MachineQueue::clearPlate);
        queues.change(MILL, queue -> queue.begin("1", "20260301T100000Z-gone"));
        queues.takeBack(MILL, "20260301T100000Z-other");
        assertEquals("killed", queues.read(MILL).item("1").last());
    }

    @Test
    void aRunThatWasCutOffCountsAsTriedAndNothingStartsByItself() {
        queues.add(MILL, GOOD, 1, NOW);
        queues.change(MILL, MachineQueue::clearPlate);
        queues.change(MILL, queue -> queue.begin("1", "20260301T100000Z-gone"));
        MachineQueue after = queues.read(MILL);
        assertEquals(Optional.empty(), after.running());
        assertEquals("killed", after.item("1").last());
        assertTrue(after.paused() && !after.plateClear());
    }

    @Test
    void aRunWhoseJournalCannotBeReadIsNotTakenBack() throws IOException {
        queues.add(MILL, GOOD, 1, NOW);
        queues.change(MILL, MachineQueue::clearPlate);
        queues.change(MILL, queue -> queue.begin("1", "20260301T100000Z-torn"));
        Path file = folder.resolve("journals/20260301T100000Z-torn.journal");
        Files.createDirectories(file.getParent());
        // The head is damaged, a later record is whole.
        Files.writeString(file, "deadbeef {\"type\":\"begin\"}\n" + "83932ee8 {\"type\":\"sending\",\"line\":9}\n");
        assertEquals(1, Journals.list(file.getParent()).problems().size());
        assertEquals("machine.journal-damaged",
                assertThrows(Fault.class, () -> queues.takeBack(MILL, "20260301T100000Z-torn")).code());
        assertEquals("killed", queues.read(MILL).item("1").last());
        Files.delete(file);
        queues.takeBack(MILL, "20260301T100000Z-torn");
        assertEquals("", queues.read(MILL).item("1").last());
    }

    @Test
    void aDamagedJournalStopsNoQueue() throws IOException {
        queues.add(MILL, GOOD, 1, NOW);
        queues.change(MILL, MachineQueue::clearPlate);
        Files.createDirectories(folder.resolve("journals/x.journal"));
        queues.change(MILL, queue -> queue.begin("1", "20260301T100000Z-gone"));
        assertTrue(queues.read(MILL).paused());
        assertEquals(List.of("good.nc"), names());
    }

    @Test
    void filesThatAreNotOursOrWereChangedAreSaidAndNotRun() throws IOException {
        queues.add(MILL, GOOD, 1, NOW);
        Path copy = folder.resolve("queues/programs").resolve(GOOD.hash().hex() + ".gcode");
        Files.writeString(copy, "G0Z-99\n");
        QueueItem item = queues.read(MILL).item("1");
        assertEquals("queue.changed", assertThrows(Fault.class, () -> queues.program(item)).code());
        Path file = folder.resolve("queues").resolve(MILL.fileName() + ".json");
        Files.writeString(file, "{\"version\": 1, \"items\": [{\"hash\": \"../../etc/passwd\"}]}");
        assertEquals("queue.damaged", assertThrows(Fault.class, () -> queues.read(MILL)).code());
        Files.writeString(file, "{ no");
        assertEquals("queue.damaged", assertThrows(Fault.class, () -> queues.add(MILL, GOOD, 1, NOW)).code());
        assertEquals("{ no", Files.readString(file), "nothing is overwritten");
        Files.writeString(file, "{\"version\": 99}");
        assertEquals("queue.newer", assertThrows(Fault.class, () -> queues.read(MILL)).code());
    }

    @Test
    void aPackedFileIsNoProgramToBeQueued() throws IOException {
        Path packed = Files.write(folder.resolve("part.gcode"), new byte[]{0x1F, (byte) 0x8B, 8, 0});
        assertEquals("gcode.packed", assertThrows(Fault.class, () -> Program.read(packed)).code());
    }
}
