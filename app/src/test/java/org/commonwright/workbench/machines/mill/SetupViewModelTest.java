package org.commonwright.workbench.machines.mill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.mill.Axis;
import org.commonwright.machine.mill.Probing;
import org.commonwright.machine.protocol.Position;
import org.commonwright.task.InlineTasks;
import org.commonwright.task.Progress;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.Notices;
import org.junit.jupiter.api.Test;

class SetupViewModelTest {
    private final Notices notices = new Notices(Runnable::run);
    private final List<Notice> told = new ArrayList<>();

    @Test
    void whatIsChangedIsReadAgainFromTheMachine() throws InterruptedException {
        notices.listen(told::add);
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            var model = new SetupViewModel(session, new InlineTasks(), notices);
            assertEquals(List.of(), model.rows());
            model.read();
            assertEquals(9, model.rows().size());
            assertTrue(model.rows().getFirst().active());
            session.ask("G0X7", Progress.NONE);
            model.select("G56");
            model.set(Map.of(Axis.X, 2.0));
            SetupViewModel.Row row = model.rows().get(2);
            assertTrue(row.active() && row.isSystem());
            assertEquals(new Position(-290 + 5, 0, 0), row.at());
            model.shift(Map.of(Axis.Y, 1.0));
            assertEquals(new Position(0, -190 - 1, 0), model.rows().getLast().at());
            model.clearShift();
            assertEquals(Position.ORIGIN, model.rows().getLast().at());
            assertTrue(model.modes().get().words().contains("G56"));
            model.keep("G30");
            assertEquals(-290 + 7, model.rows().get(7).at().x());
            assertEquals(List.of(), told);
        }
    }

    @Test
    void aProbeThatFindsNothingIsToldAndTheNextIsRefused() throws InterruptedException {
        notices.listen(told::add);
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            var model = new SetupViewModel(session, new InlineTasks(), notices);
            model.probe(new Probing.Task(Axis.Z, -4, 100, Optional.of(1.0), 1));
            assertTrue(model.found().get().zeroed());
            assertEquals(9, model.rows().size(), "the new zero is shown");
            model.probe(new Probing.Task(Axis.X, 3, 100, Optional.empty(), 1));
            assertFalse(model.found().get().contact().found());
            model.probe(new Probing.Task(Axis.X, 3, 100, Optional.empty(), 1));
            assertEquals(List.of("machine.locked"), told.stream().map(n -> n.text().key()).toList());
            assertFalse(model.asking().get());
        }
    }
}
