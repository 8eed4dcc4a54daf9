package org.commonwright.workbench.machines.pad;

import javafx.beans.value.ObservableValue;
import org.commonwright.error.Fault;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.MachineStatus;
import org.jspecify.annotations.Nullable;

/// The machine that a pad is to move.
///
/// @param title what people know it by
/// @param busy whether a program runs
/// @param lost why its link is gone; null while it is there
/// @param abort ends what it does, in order
public record PadTarget(Session session, String title, ObservableValue<MachineStatus> status,
        ObservableValue<Boolean> busy, ObservableValue<@Nullable Fault> lost, Runnable abort) {}
