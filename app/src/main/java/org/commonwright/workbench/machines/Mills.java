package org.commonwright.workbench.machines;

import org.commonwright.workbench.machines.mill.MillTarget;

/// What the parts for mills may know of a machine.
final class Mills {
    private Mills() {}

    static MillTarget of(MachineViewModel machine) {
        return new MillTarget(machine.session(), machine.status(), machine.program().state().map(_ -> {
            LoadedProgram loaded = machine.program().value();
            return loaded == null ? null : loaded.program();
        }));
    }
}
