package org.commonwright.machine.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the machine last reported.
///
/// @param code the alarm, hold or door number behind the state, 0 for none
/// @param machine position in the machine's own coordinates, null when unknown
/// @param work position in the program's coordinates, null when unknown
/// @param feed in mm per minute
/// @param spindle in turns per minute
/// @param pins limit switches and inputs that are triggered, in the firmware's letters
/// @param freeBlocks room in the planner, -1 when not reported
/// @param freeBytes room in the receive buffer, -1 when not reported
public record MachineStatus(MachineState state, int code, @Nullable Position machine, @Nullable Position work,
        double feed, double spindle, Overrides overrides, String pins, List<Temperature> temperatures, int freeBlocks,
        int freeBytes) {
    public static final MachineStatus UNKNOWN = new MachineStatus(MachineState.CONNECTING, 0, null, null, 0, 0,
            Overrides.NONE, "", List.of(), -1, -1);

    public MachineStatus with(MachineState newState, int newCode) {
        return new MachineStatus(newState, newCode, machine, work, feed, spindle, overrides, pins, temperatures,
                freeBlocks, freeBytes);
    }

    public MachineStatus withPositions(@Nullable Position newMachine, @Nullable Position newWork) {
        return new MachineStatus(state, code, newMachine, newWork, feed, spindle, overrides, pins, temperatures,
                freeBlocks, freeBytes);
    }

    public MachineStatus withTemperatures(List<Temperature> newTemperatures) {
        return new MachineStatus(state, code, machine, work, feed, spindle, overrides, pins, newTemperatures,
                freeBlocks, freeBytes);
    }

    /// As if the machine had said nothing of its buffers.
    public MachineStatus withoutBuffers() {
        return new MachineStatus(state, code, machine, work, feed, spindle, overrides, pins, temperatures, -1, -1);
    }
}
