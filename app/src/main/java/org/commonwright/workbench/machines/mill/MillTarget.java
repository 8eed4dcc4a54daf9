package org.commonwright.workbench.machines.mill;

import javafx.beans.value.ObservableValue;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;
import org.jspecify.annotations.Nullable;

/// The mill that the operator's actions are for.
///
/// @param program that is loaded for it; null for none
public record MillTarget(Session session, ObservableValue<MachineStatus> status,
        ObservableValue<@Nullable Program> program) {}
