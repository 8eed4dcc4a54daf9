package org.commonwright.machine.grbl;

import org.commonwright.machine.protocol.MachineStatus;

/// What `Bf:` says is free, against the most that it ever said: firmwares differ by one or two from what `$I` promises.
final class GrblBuffers {
    private int blocks;
    private int bytes;

    void see(MachineStatus status) {
        blocks = Math.max(blocks, status.freeBlocks());
        bytes = Math.max(bytes, status.freeBytes());
    }

    /// Blocks in the planner, at the least; 0 when not reported.
    int usedBlocks(MachineStatus status) {
        return status.freeBlocks() < 0 ? 0 : blocks - status.freeBlocks();
    }

    /// Bytes in the receive buffer, at the least; 0 when not reported.
    int usedBytes(MachineStatus status) {
        return status.freeBytes() < 0 ? 0 : bytes - status.freeBytes();
    }
}
