package org.commonwright.gcode;

/// Some thousand lines that have been read into words and wait to be run.
final class BlockBatch {
    private static final int LINES = 4096;

    final Block[] blocks = new Block[LINES];
    final int[] from = new int[LINES];
    final int[] to = new int[LINES];
    final boolean[] nul = new boolean[LINES];
    /// What `from` and `to` count in.
    byte[] bytes = new byte[0];
    int count;

    BlockBatch() {
        for (int i = 0; i < LINES; i++) {
            blocks[i] = new Block();
        }
    }

    boolean isFull() {
        return count == LINES;
    }
}
