package org.commonwright.workbench.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.preflight.Preflight;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.queue.MachineQueue;
import org.commonwright.machine.queue.Queues;
import org.commonwright.task.InlineTasks;
import org.commonwright.task.Progress;
import org.commonwright.workbench.machines.runs.QueueViewModel;
import org.commonwright.workbench.machines.runs.Starting;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueViewModelTest {
    private static final MachineId MILL = new MachineId("virtual:grbl");

    @TempDir
    Path folder;

    private final Notices notices = new Notices(Runnable::run);
    private final List<Notice> told = new ArrayList<>();
    private final SimpleObjectProperty<RunOutcome> outcome = new SimpleObjectProperty<>();
    private final List<String> ran = new ArrayList<>();
    private Session session;
    private Queues queues;
    private QueueViewModel model;

    @BeforeEach
    void connect() throws InterruptedException {
        notices.listen(told::add);
        Path journals = folder.resolve("journals");
        session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "test");
        queues = new Queues(folder.resolve("queues"), journals);
        model = new QueueViewModel(MILL, queues, new InlineTasks(), notices, Clock.systemUTC(), new OnSession(),
                outcome);
    }

    private final class OnSession implements Starting {
        @Override
        public List<Problem> look(Program program, Progress progress) {
            return Preflight.check(program,
                    GcodeReader.read(program.open(), program.size(), program.name(), progress), session.info(),
                    session.status(), progress);
        }

        @Override
        public void start(Program program, Consumer<String> begun, Runnable refused) {
            ran.add(program.name());
            try {
                run(program, begun::accept);
            } catch (Fault fault) {
                notices.fault(fault);
                refused.run();
            }
        }
    }

    private void run(Program program, JournaledRun.BeforeFirstByte begun) {
        outcome.set(null);
        outcome.set(new JournaledRun(folder.resolve("journals"), Clock.systemUTC())
                .run(session, program, "", begun, Progress.NONE).outcome());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void oneAfterTheOtherEachAfterAWord() throws IOException {
        model.add(List.of(file("a.nc", "G21G90\nG0X1\n"), file("b.nc", "G21G90\nG0X2\n")), 1);
        assertEquals(2, queues.read(MILL).items().size());
        assertEquals(List.of(), ran, "nothing starts by itself");
        model.look(model::begin);
        assertEquals(List.of("a.nc"), ran);
        MachineQueue after = queues.read(MILL);
        assertEquals(List.of("b.nc"), after.items().stream().map(item -> item.program()).toList());
        assertFalse(after.plateClear() || after.paused());
        assertEquals(after, model.queue().get());
        model.look(model::begin);
        assertEquals(List.of(), model.items());
        assertEquals(List.of(), told);
    }

    @Test
    void aFailurePausesAndARunOfOnesOwnDoesNotCount() throws IOException {
        model.add(List.of(file("bad.nc", "G21\nG99\n")), 2);
        model.look(model::begin);
        assertTrue(model.queue().get().paused());
        assertEquals("failed", model.items().getFirst().last());
        run(Program.of("own.nc", "G21G90\nG0X3\n"), JournaledRun.BeforeFirstByte.NOTHING);
        assertTrue(outcome.get().isCompleted());
        assertEquals(2, queues.read(MILL).items().getFirst().left());
    }

    @Test
    void whatIsFoundIsSaidBeforeAnythingBegins() throws IOException {
        model.add(List.of(file("far.nc", "G21 G90\nG0 X500 Y900\nG0 X0\nM2\n")), 1);
        List<QueueViewModel.Ready> asked = new ArrayList<>();
        model.look(asked::add);
        assertTrue(asked.getFirst().findings().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR),
                asked::toString);
        assertEquals(List.of(), ran);
        assertFalse(queues.read(MILL).plateClear(), "nobody has said so yet");
    }

    @Test
    void aRunThatIsRefusedWasNotTried() throws IOException {
        model.add(List.of(file("long.nc", "G21 G90\nG1 F100 X0." + "0".repeat(90) + "1\n")), 1);
        model.look(model::begin);
        assertEquals(List.of("long.nc"), ran);
        assertEquals(1, told.size());
        MachineQueue after = queues.read(MILL);
        assertTrue(after.plateClear() && !after.paused() && after.running().isEmpty(), after::toString);
        assertEquals("", after.item("1").last());
        assertEquals(after, model.queue().get());
    }
}
