package org.commonwright.workbench.machines.pad;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.pad.Pad;
import org.commonwright.machine.pad.PadAction;
import org.commonwright.machine.pad.PadButton;
import org.commonwright.machine.pad.PadJog;
import org.commonwright.machine.pad.PadLook;
import org.commonwright.machine.pad.PadMap;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.StepJog;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.notice.Notices;

/// A pad for one machine: off until a person switches it on, and off again when the machine is connected anew.
public final class PadViewModel implements PadHub.Listener, PadJog.Hands {
    static final List<Double> STEPS = List.of(0.01, 0.1, 1.0, 10.0);

    private final PadHub hub;
    private final PadButtons buttons;
    private final PadTarget target;
    private final Executor window;
    private final Dialogs dialogs;
    private final Notices notices;
    private final PadJog jog = new PadJog(this);
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ObjectProperty<Double> step = new SimpleObjectProperty<>(0.1);
    private final ReadOnlyObjectWrapper<Words> words = new ReadOnlyObjectWrapper<>(Words.looking());
    private DoubleSupplier speed = () -> 1;
    private BooleanSupplier inSight = () -> false;
    private boolean asking;

    /// What there is to say of the pad.
    ///
    /// @param kind the key of the sentence
    /// @param name of the pad
    /// @param button the dead-man
    record Words(String kind, String name, Optional<PadButton> button) {
        static Words looking() {
            return new Words("pads.looking", "", Optional.empty());
        }
    }

    public PadViewModel(PadHub hub, PadButtons buttons, PadTarget target, Executor window, Dialogs dialogs,
            Notices notices) {
        this.hub = hub;
        this.buttons = buttons;
        this.target = target;
        this.window = window;
        this.dialogs = dialogs;
        this.notices = notices;
        on.subscribe((_, now) -> turn(now));
    }

    /// @param fullSpeed of a stick that is fully out, in mm per second
    /// @param pageInSight whether the page can be seen and the window has the focus
    public void moves(DoubleSupplier fullSpeed, BooleanSupplier pageInSight) {
        speed = fullSpeed;
        inSight = pageInSight;
    }

    public BooleanProperty on() {
        return on;
    }

    /// Of the cross, in mm.
    ObjectProperty<Double> step() {
        return step;
    }

    ReadOnlyObjectProperty<Words> words() {
        return words.getReadOnlyProperty();
    }

    /// Nobody can be sure to look at the machine any more.
    public void letGo() {
        jog.letGo();
    }

    /// The page is gone for good.
    public void close() {
        on.set(false);
    }

    private void turn(boolean now) {
        if (now) {
            words.set(Words.looking());
            buttons.read();
            hub.add(this);
        } else {
            hub.remove(this);
            jog.letGo();
        }
    }

    /// The stop waits for nothing, not even for a window that hangs or is behind another.
    @Override
    public void atOnce(PadLook look) {
        if (buttons.now().button(PadAction.STOP).filter(look.pressed()::contains).isPresent()) {
            try {
                target.session().emergencyStop();
            } catch (Fault fault) {
                window.execute(() -> notices.fault(fault));
            }
        }
    }

    @Override
    public void look(PadLook look) {
        MachineState state = target.status().getValue().state();
        boolean free = !target.busy().getValue() && (state == MachineState.IDLE || state == MachineState.JOG);
        PadMap map = buttons.now();
        var page = new PadJog.Page(!asking && inSight.getAsBoolean() && target.lost().getValue() == null, free,
                speed.getAsDouble(), step.get());
        words.set(words(look.pads(), map.button(PadAction.DEAD_MAN), free));
        jog.look(look, map, page, System.nanoTime());
    }

    private static Words words(List<Pad> pads, Optional<PadButton> deadMan, boolean free) {
        Pad pad = pads.stream().filter(Pad::known).findFirst().orElse(null);
        if (pad == null) {
            return pads.isEmpty()
                    ? new Words("pads.none", "", Optional.empty())
                    : new Words("pads.unknown", pads.getFirst().name(), Optional.empty());
        }
        boolean held = deadMan.filter(pad.input().down()::contains).isPresent();
        String kind = !free
                ? "pads.not-now"
                : deadMan.isEmpty() ? "pads.no-dead-man" : held ? "pads.moves" : "pads.hold";
        return new Words(kind, pad.name(), deadMan);
    }

    @Override
    public void failed(Fault fault) {
        on.set(false);
        notices.fault(fault);
    }

    @Override
    public void jog(Position velocity) {
        target.session().jog(velocity);
    }

    @Override
    public void stopJog() {
        ask(target.session()::stopJog);
    }

    @Override
    public void step(Position by) {
        ask(() -> StepJog.lines(target.session().info().dialect(), by, speed.getAsDouble())
                .forEach(target.session()::command));
    }

    @Override
    public void refused(Fault fault) {
        notices.fault(fault);
    }

    @Override
    public void act(PadAction action) {
        switch (action) {
            case HOLD -> ask(target.session()::hold);
            case RESUME -> ask(target.session()::resume);
            case ABORT -> target.abort().run();
            case HOME -> home();
            case UNLOCK -> ask(target.session()::unlock);
            case ZERO_XY -> zero("X0Y0");
            case ZERO_Z -> zero("Z0");
            case STEP_LARGER -> step.set(STEPS.get(Math.min(STEPS.indexOf(step.get()) + 1, STEPS.size() - 1)));
            case STEP_SMALLER -> step.set(STEPS.get(Math.max(STEPS.indexOf(step.get()) - 1, 0)));
            case DEAD_MAN, STOP, STEP_X_PLUS, STEP_X_MINUS, STEP_Y_PLUS, STEP_Y_MINUS, STEP_Z_PLUS, STEP_Z_MINUS -> {
                // Held, heard at once, and steps.
            }
        }
    }

    private void home() {
        if (target.busy().getValue() || asking) {
            return;
        }
        asking = true;
        boolean yes = dialogs.confirm(Messages.Key.of("pads.ask-home", target.title()), Messages.Key.of("pads.home"));
        asking = false;
        if (yes) {
            ask(target.session()::home);
        }
    }

    private void zero(String axes) {
        ask(() -> target.session().command(StepJog.zero(target.session().info().dialect(), axes)));
    }

    private void ask(Runnable what) {
        try {
            what.run();
        } catch (Fault fault) {
            notices.fault(fault);
        }
    }
}
