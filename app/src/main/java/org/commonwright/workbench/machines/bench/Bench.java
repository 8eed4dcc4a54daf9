package org.commonwright.workbench.machines.bench;

import javafx.beans.value.ObservableValue;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.TaskHandle;
import org.jspecify.annotations.Nullable;

/// A machine's page as its other pages see it: the program that lies on it, and that the machine is taken.
public interface Bench {
    /// Null when none is loaded.
    ObservableValue<@Nullable Program> program();

    /// Puts another program there.
    void show(Program program);

    /// From now on nothing else may be asked of the machine.
    void take();

    /// What the page's own button for an end cancels.
    void cancels(TaskHandle task);

    /// The machine is free again.
    void free();
}
