package org.commonwright.workbench.machines.mill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.mill.CheckMode;
import org.commonwright.machine.mill.MillAct;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// What an operator tells a mill, as actions: for menu, palette and keyboard they act on the machine in sight.
public final class MillActions {
    private static final Map<MillAct, String> SHORTCUTS = Map.of(MillAct.HOLD, "F8", MillAct.RESUME, "Shift+F8",
            MillAct.DOOR, "Shortcut+F8", MillAct.FEED_UP, "Alt+Up", MillAct.FEED_DOWN, "Alt+Down");
    /// Those that make something move or lose something.
    private static final Map<MillAct, String> ASKED = Map.of(MillAct.HOME, "grbl.ask-home", MillAct.SLEEP,
            "grbl.ask-sleep");

    /// Too fine for a menu; the command line has them.
    private static final Set<MillAct> FINE = Set.of(MillAct.FEED_UP_1, MillAct.FEED_DOWN_1, MillAct.SPINDLE_UP_1,
            MillAct.SPINDLE_DOWN_1);

    private final ObservableValue<@Nullable MillTarget> target;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Tasks tasks;

    /// @param target null while no mill is in sight
    public MillActions(ObservableValue<@Nullable MillTarget> target, Dialogs dialogs, Notices notices, Tasks tasks) {
        this.target = target;
        this.dialogs = dialogs;
        this.notices = notices;
        this.tasks = tasks;
    }

    /// All of them, with their shortcuts.
    public List<Action> all() {
        List<Action> actions = new ArrayList<>();
        actions.add(check());
        for (MillAct act : MillAct.values()) {
            if (FINE.contains(act)) {
                continue;
            }
            String keys = SHORTCUTS.get(act);
            Action action = of(act);
            actions.add(keys == null ? action : action.withShortcut(keys));
        }
        return actions;
    }

    /// One of them.
    Action of(MillAct act) {
        return Action.of("mill-" + act.word(), Group.MACHINES, "grbl.act-" + act.word(), icon(act), () -> run(act))
                .blockedBy(blocked(act));
    }

    /// Lets the machine read the loaded program without moving.
    Action check() {
        ObservableValue<Optional<Messages.Key>> reason = target.flatMap(mill -> mill.status().flatMap(
                now -> mill.program().map(_ -> now.state() == MachineState.IDLE
                        ? Optional.<Messages.Key>empty()
                        : Optional.of(Messages.Key.of("grbl.check-needs-idle")))))
                .orElse(Optional.of(Messages.Key.of("grbl.check-needs-program")));
        return Action.of("mill-check", Group.MACHINES, "grbl.act-check", MaterialDesignC.CLIPBOARD_CHECK_OUTLINE,
                this::checkNow).blockedBy(reason);
    }

    private void checkNow() {
        MillTarget mill = target.getValue();
        Program program = mill == null ? null : mill.program().getValue();
        if (mill != null && program != null) {
            tasks.submit(Messages.Key.of("grbl.checking", program.name()),
                    progress -> new CheckMode(mill.session()).check(program, progress),
                    Outcome.<RunOutcome>of(outcome -> checked(program, outcome), notices::fault));
        }
    }

    private void checked(Program program, RunOutcome outcome) {
        switch (outcome.end()) {
            case RunOutcome.Completed _ -> notices.say("grbl.checked", program.name(), program.lines());
            case RunOutcome.Aborted _ -> notices.say("grbl.check-aborted");
            case RunOutcome.Failed(Problem why) -> notices.warn(why.code(), why.arguments().toArray());
        }
    }

    private ObservableValue<Optional<Messages.Key>> blocked(MillAct act) {
        return target.flatMap(mill -> mill.status().map(now -> act.blocked(mill.session().info(), now)))
                .orElse(Optional.of(Messages.Key.of("grbl.not-connected")));
    }

    private void run(MillAct act) {
        MillTarget mill = target.getValue();
        String question = ASKED.get(act);
        if (mill == null || question != null
                && !dialogs.confirm(Messages.Key.of(question), Messages.Key.of("grbl.act-" + act.word()))) {
            return;
        }
        try {
            act.tell(mill.session());
        } catch (Fault fault) {
            notices.fault(fault);
        }
    }

    private static Ikon icon(MillAct act) {
        return switch (act) {
            case HOLD -> MaterialDesignP.PAUSE;
            case RESUME -> MaterialDesignP.PLAY;
            case DOOR -> MaterialDesignD.DOOR_OPEN;
            case RESET -> MaterialDesignR.RESTART;
            case SLEEP -> MaterialDesignS.SLEEP;
            case UNLOCK -> MaterialDesignL.LOCK_OPEN_OUTLINE;
            case HOME -> MaterialDesignH.HOME_OUTLINE;
            case SPINDLE_STOP -> MaterialDesignA.AXIS_Z_ROTATE_CLOCKWISE;
            case FLOOD -> MaterialDesignW.WATER;
            case MIST -> MaterialDesignW.WEATHER_FOG;
            case RAPID_FULL, RAPID_HALF, RAPID_QUARTER -> MaterialDesignB.BALLOT_OUTLINE;
            default -> MaterialDesignS.SPEEDOMETER;
        };
    }
}
