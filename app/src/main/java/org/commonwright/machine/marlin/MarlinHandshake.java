package org.commonwright.machine.marlin;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.machine.protocol.MachineInfo;

/// Finds out what it talks to by `M115`, once the board has fallen silent after its start.
final class MarlinHandshake {
    private static final long SETTLE = 300_000_000L;
    private static final long RETRY = 2_000_000_000L;
    private static final int TRIES = 4;
    private static final int AVR_BYTES = 128;
    private static final int USUAL_BLOCKS = 16;
    /// More than any firmware has.
    private static final int MOST_CAPABILITIES = 200;
    private static final Pattern NAME = Pattern.compile("FIRMWARE_NAME: ?([A-Za-z_-]+)[ :]?([^ ]*)");
    private static final Pattern PLANNER = Pattern.compile("Free Memory: [0-9]+ +PlannerBufferBytes: ([0-9]{4,6})$");
    /// No entry of a planner is smaller in any Marlin (`block_t` in `planner.h`: 66 bytes for three axes, 70 and more with an extruder).
    private static final int LEAST_BLOCK_BYTES = 64;
    /// Smaller planners are rare, and a digit that was lost on the wire must not make one.
    private static final int LEAST_BLOCKS = 16;
    private static final Pattern CAPABILITY = Pattern.compile("Cap: ?([A-Z0-9_]{1,60}): ?([01]).*");

    private final MarlinWire wire;
    private final SortedSet<String> capabilities = new TreeSet<>();
    private String firmware = "Marlin";
    private String version = "";
    private int freeLines = 1;
    private int freeBlocks;
    private int mostBlocks;
    private long quietSince;
    private long asked = -1;
    private int tries;
    private boolean named;
    private boolean done;

    MarlinHandshake(MarlinWire wire) {
        this.wire = wire;
    }

    void open(long now) {
        quietSince = now;
        asked = -1;
    }

    boolean isDone() {
        return done;
    }

    void heard(String line, long now) {
        quietSince = now;
        Matcher name = NAME.matcher(line);
        if (name.find()) {
            named = true;
            firmware = name.group(1);
            version = name.group(2);
        }
        Matcher capability = CAPABILITY.matcher(line);
        if (capability.matches() && capability.group(2).equals("1") && capabilities.size() < MOST_CAPABILITIES) {
            capabilities.add(capability.group(1));
        }
        if (line.equals("start")) {
            open(now);
        }
    }

    /// At its start the firmware says how large its planner is, in bytes. The number of its entries is a power of two (`SanityCheck.h`),
    /// and no entry is smaller than it can be, so they are at most so many.
    void boast(String line) {
        Matcher planner = PLANNER.matcher(line);
        if (planner.find()) {
            int entries = Integer.parseInt(planner.group(1)) / LEAST_BLOCK_BYTES;
            mostBlocks = Math.max(LEAST_BLOCKS, Integer.highestOneBit(entries));
        }
    }

    void ok(MarlinOk ok, long now) {
        quietSince = now;
        room(ok);
        // What the probe had said may be answered too; only the answer with a name is the one.
        done |= asked >= 0 && named;
    }

    /// What an idle machine has room for is all it has.
    void room(MarlinOk ok) {
        freeLines = Math.max(freeLines, ok.freeLines());
        freeBlocks = Math.max(freeBlocks, ok.freeBlocks());
    }

    void tick(long now) {
        if (done) {
            return;
        }
        boolean first = asked < 0 && now - quietSince > SETTLE;
        boolean retry = asked >= 0 && now - asked > RETRY;
        if (retry && tries >= TRIES) {
            done = true;
        } else if (first || retry) {
            asked = now;
            tries++;
            // A line end first: the probe may have left half a line.
            wire.line("\nM115");
        }
    }

    int freeLines() {
        return freeLines;
    }

    int freeBlocks() {
        return freeBlocks;
    }

    /// The most moves that the planner can hold; 0 when it never said how large it is.
    int mostBlocks() {
        return mostBlocks;
    }

    boolean can(String capability) {
        return capabilities.contains(capability);
    }

    MachineInfo info() {
        int blocks = freeBlocks > 0 ? freeBlocks + 1 : USUAL_BLOCKS;
        return new MachineInfo("marlin", firmware, version, AVR_BYTES, blocks,
                Collections.unmodifiableSortedSet(new TreeSet<>(capabilities)),
                Collections.unmodifiableSortedMap(new TreeMap<>()));
    }
}
