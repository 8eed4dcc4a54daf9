package org.commonwright.workbench.machines;

import org.commonwright.i18n.Messages;
import org.commonwright.machine.protocol.MachineState;

/// The words for what a machine does.
final class StateWords {
    private StateWords() {}

    static Messages.Key of(MachineState state) {
        return Messages.Key.of(switch (state) {
            case CONNECTING -> "machines.state-connecting";
            case IDLE -> "machines.state-idle";
            case RUN -> "machines.state-run";
            case HOLD -> "machines.state-hold";
            case JOG -> "machines.state-jog";
            case HOMING -> "machines.state-homing";
            case ALARM -> "machines.state-alarm";
            case CHECK -> "machines.state-check";
            case DOOR -> "machines.state-door";
            case SLEEP -> "machines.state-sleep";
            case HALTED -> "machines.state-halted";
            case DISCONNECTED -> "machines.state-disconnected";
        });
    }
}
