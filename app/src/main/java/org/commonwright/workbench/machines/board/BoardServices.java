package org.commonwright.workbench.machines.board;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.commonwright.machine.Machines;
import org.commonwright.machine.arduino.ToolFinder;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;

/// What the view-models of boards need from around them.
///
/// @param tasks for work that the status bar shows
/// @param quiet for work that is not worth it
record BoardServices(Machines machines, Tasks tasks, Tasks quiet, Executor window, Notices notices,
        InstantSource clock, BoardMemory memory, ToolFinder tools) {}
