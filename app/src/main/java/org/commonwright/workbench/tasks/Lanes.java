package org.commonwright.workbench.tasks;

import org.commonwright.task.Tasks;

/// The ways in which an area's work runs.
///
/// @param shown at once, with a line in the status bar
/// @param quiet at once, without one
/// @param large one after the other, with a line: what takes much memory and nobody waits for
/// @param largeQuiet in the same queue, without one
public record Lanes(Tasks shown, Tasks quiet, Tasks large, Tasks largeQuiet) {
    public static Lanes of(TaskBoard board) {
        return new Lanes(board, board.quiet(), board.oneByOne(), board.quietlyOneByOne());
    }

    /// All of them the same way.
    public static Lanes all(Tasks tasks) {
        return new Lanes(tasks, tasks, tasks, tasks);
    }
}
