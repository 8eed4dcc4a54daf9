package org.commonwright.workbench.machines;

import org.commonwright.workbench.machines.pad.PadTarget;

/// What a gamepad may know of a machine.
final class Pads {
    private Pads() {}

    static PadTarget of(MachineViewModel machine) {
        return new PadTarget(machine.session(), machine.title(), machine.status(), machine.busy(), machine.lost(),
                machine::abort);
    }
}
