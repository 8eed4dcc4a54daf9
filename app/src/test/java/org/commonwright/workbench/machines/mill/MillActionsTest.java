package org.commonwright.workbench.machines.mill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MillActionsTest {
    private final Notices notices = new Notices(Runnable::run);
    private final List<Notice> told = new ArrayList<>();
    private final List<Messages.Key> asked = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable MillTarget> target = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<MachineStatus> status = new ReadOnlyObjectWrapper<>(MachineStatus.UNKNOWN);
    private final ReadOnlyObjectWrapper<@Nullable Program> program = new ReadOnlyObjectWrapper<>();
    private final Actions actions = new Actions();

    @Test
    void theyActOnTheMachineInSightAndSayWhyNot() throws InterruptedException {
        notices.listen(told::add);
        new MillActions(target, new Asked(), notices, new InlineTasks()).all().forEach(action -> actions.add(action));
        assertEquals("grbl.not-connected", reason("mill-hold"));
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            target.set(new MillTarget(session, status, program));
            status.set(MachineStatus.UNKNOWN.with(MachineState.IDLE, 0));
            assertEquals("grbl.nothing-moves", reason("mill-hold"));
            assertEquals("grbl.check-needs-program", reason("mill-check"));
            program.set(Program.of("a.nc", "G0X1\nM2\n"));
            assertTrue(actions.get("mill-check").fire());
            assertEquals(List.of("grbl.checked"), told.stream().map(n -> n.text().key()).toList());
            program.set(Program.of("b.nc", "G0X1\nG99\n"));
            actions.get("mill-check").fire();
            assertTrue(told.getLast().text().key().startsWith("machine.grbl-refused"));
            assertTrue(actions.get("mill-flood").fire());
            assertTrue(actions.get("mill-sleep").fire());
            assertEquals(List.of("grbl.ask-sleep"), asked.stream().map(Messages.Key::key).toList());
            target.set(null);
            assertFalse(actions.get("mill-flood").fire());
        }
    }

    private String reason(String id) {
        Action action = actions.get(id);
        return action.blocked().getValue().map(Messages.Key::key).orElse("");
    }

    /// Says no, and remembers the question.
    private final class Asked implements Dialogs {
        @Override
        public Optional<Path> folder(Messages.Key title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> openFile(Messages.Key title, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveFile(Messages.Key title, String suggestedName) {
            return Optional.empty();
        }

        @Override
        public boolean confirm(Messages.Key what, Messages.Key verb) {
            asked.add(what);
            return false;
        }
    }
}
