package org.commonwright.machine.grbl;

import org.commonwright.machine.protocol.MachineStatus;

/// What `Bf:` says is free, against the most that it ever said: firmwares differ by one or two from what `$I` promises. A value far
/// beyond the promise counts only when the next report has it too: a damaged character makes one such report, not two.
final class GrblBuffers {
    private static final int SLACK = 2;

    private final Most blocks = new Most();
    private final Most bytes = new Most();

    /// @param promisedBlocks room in an empty planner, as `$I` has it
    /// @param promisedBytes room in an empty receive buffer
    /// @return whether the report can be believed
    boolean see(MachineStatus status, int promisedBlocks, int promisedBytes) {
        boolean planner = blocks.see(status.freeBlocks(), promisedBlocks + SLACK);
        boolean receiver = bytes.see(status.freeBytes(), promisedBytes + SLACK);
        return planner && receiver;
    }

    /// Blocks in the planner, at the least; 0 when not reported.
    int usedBlocks(MachineStatus status) {
        return blocks.used(status.freeBlocks());
    }

    /// Whether the planner was seen as empty as it is promised to be, so that its blocks are not counted too few.
    boolean hasSeenEmpty(int promisedBlocks) {
        return blocks.most >= promisedBlocks;
    }

    /// Bytes in the receive buffer, at the least; 0 when not reported.
    int usedBytes(MachineStatus status) {
        return bytes.used(status.freeBytes());
    }

    /// The most of one figure.
    private static final class Most {
        private int most;
        private int before;

        boolean see(int free, int plausible) {
            int believed = free <= Math.max(plausible, most) ? free : Math.min(free, before);
            before = free;
            most = Math.max(most, believed);
            return free <= Math.max(plausible, most);
        }

        int used(int free) {
            return free < 0 ? 0 : Math.max(0, most - free);
        }
    }
}
