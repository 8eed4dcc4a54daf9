package org.commonwright.machine.health;

/// How full a machine says it is: GRBL's `Bf:` (blocks free in the planner, bytes free in the receive buffer), Marlin's
/// `P` and `B` behind an `ok` (blocks free in the planner, lines free in the command buffer). What is free when it stands is
/// the most that was ever free.
final class Fullness {
    private int mostBlocks = -1;
    private int mostRoom = -1;
    private long looked;

    /// What a report says.
    enum Look {
        /// It does not say how full it is.
        UNKNOWN, FED,
        /// Next to nothing in the planner, and nothing that waits to be read.
        EMPTY
    }

    void forget() {
        looked = 0;
    }

    /// Time since the last look, 0 for the first.
    long since(long now) {
        long between = looked == 0 ? 0 : now - looked;
        looked = now;
        return between;
    }

    Look report(String line) {
        int at = line.indexOf("|Bf:");
        if (at < 0) {
            return Look.UNKNOWN;
        }
        int comma = line.indexOf(',', at);
        int room = comma < 0 ? -1 : number(line, comma + 1);
        // Half of a receive buffer is several lines.
        return look(number(line, at + 4), room, Math.max(1, mostRoom / 2));
    }

    Look answer(String line) {
        int blocks = line.indexOf(" P");
        int room = line.indexOf(" B");
        return blocks < 0 || room < 0
                ? Look.UNKNOWN
                : look(number(line, blocks + 2), number(line, room + 2), 0);
    }

    private Look look(int blocks, int room, int slack) {
        if (blocks < 0 || room < 0) {
            return Look.UNKNOWN;
        }
        mostBlocks = Math.max(mostBlocks, blocks);
        mostRoom = Math.max(mostRoom, room);
        return blocks >= mostBlocks - 1 && room >= mostRoom - slack ? Look.EMPTY : Look.FED;
    }

    private static int number(String line, int from) {
        int value = 0;
        int at = from;
        while (at < line.length() && at - from < 6 && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
            value = value * 10 + line.charAt(at++) - '0';
        }
        return at == from ? -1 : value;
    }
}
