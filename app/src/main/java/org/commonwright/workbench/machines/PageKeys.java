package org.commonwright.workbench.machines;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.commonwright.machine.protocol.Adjustment;
import org.commonwright.machine.protocol.StepJog;
import org.commonwright.workbench.machines.keys.KeyMap;
import org.commonwright.workbench.machines.keys.MachineKey;

/// The keys that count wherever the focus is on a machine's page, but for fields in which one types.
record PageKeys(MachineViewModel machine, KeyMap keys) {
    void pressed(KeyEvent key) {
        if (key.getTarget() instanceof TextInputControl || key.isControlDown() || key.isAltDown() || key.isMetaDown()) {
            return;
        }
        MachineKey action = keys.action(key.getCode().name()).filter(found -> !found.jogs()).orElse(null);
        if (action != null) {
            key.consume();
            act(action);
        }
    }

    private void act(MachineKey action) {
        String dialect = machine.session().info().dialect();
        switch (action) {
            case HOLD -> machine.hold();
            case RESUME -> machine.resume();
            case ABORT -> machine.abort();
            case HOME -> machine.home();
            case UNLOCK -> machine.unlock();
            case ZERO_XY -> machine.command(StepJog.zero(dialect, "X0Y0"));
            case ZERO_Z -> machine.command(StepJog.zero(dialect, "Z0"));
            case FEED_PLUS -> machine.adjust(Adjustment.FEED_PLUS_10);
            case FEED_MINUS -> machine.adjust(Adjustment.FEED_MINUS_10);
            case FEED_NORMAL -> machine.adjust(Adjustment.FEED_NORMAL);
            case X_PLUS, X_MINUS, Y_PLUS, Y_MINUS, Z_PLUS, Z_MINUS, STEP_LARGER, STEP_SMALLER -> {
                // The jog pad's own.
            }
        }
    }
}
