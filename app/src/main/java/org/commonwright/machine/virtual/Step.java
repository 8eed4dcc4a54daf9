package org.commonwright.machine.virtual;

/// One thing a firmware's main loop does next, perhaps after waiting: room in the planner, standstill, the end of a dwell.
@FunctionalInterface
interface Step {
    /// @return whether it is done; when not, it is tried again later
    boolean tryAt(long now);
}
