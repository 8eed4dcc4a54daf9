package org.commonwright.workbench.machines;

import javafx.beans.value.ObservableValue;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.TaskHandle;
import org.commonwright.workbench.machines.bench.Bench;
import org.jspecify.annotations.Nullable;

/// What a machine's other pages may do with its program and its time.
record OnBench(ShownProgram shown, Occupancy time) implements Bench {
    @Override
    public ObservableValue<@Nullable Program> program() {
        return shown.bare();
    }

    @Override
    public void show(Program given) {
        time.forgetLastRun();
        shown.load(given);
    }

    @Override
    public void take() {
        time.take();
    }

    @Override
    public void cancels(TaskHandle task) {
        time.cancels(task);
    }

    @Override
    public void free() {
        time.free();
    }
}
