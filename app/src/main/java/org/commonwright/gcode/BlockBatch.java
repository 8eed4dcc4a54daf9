package org.commonwright.gcode;

import java.util.Arrays;

/// Some thousand lines on their way through the reader: first where they lie, then their words. One core reads them and another
/// runs them, so what passes between is small: of a plain move (`G0` or `G1` with axes and a feed, as most lines are) its
/// letters and five numbers; other lines have a whole [Block].
final class BlockBatch {
    /// Enough that passing a batch on costs nothing beside reading it, few enough that it stays in the cache.
    static final int LINES = 2048;

    private static final int PLAIN = Vocabulary.bits("GXYZEF");
    private static final int AXES = Vocabulary.bits("XYZE");
    /// Beside the letters: the move is a `G1`.
    private static final int FEED = 1 << 26;
    /// X, Y, Z, E, F.
    private static final int NUMBERS = 5;

    final int[] from;
    final int[] to;
    /// Whether a line has a byte that is zero.
    final boolean[] nul;
    /// What `from` and `to` count in.
    byte[] bytes = new byte[0];
    int count;
    /// Letters of plain moves; 0 where the line has a block.
    private final int[] letters;
    private final double[] numbers;
    private final BlockReader reader = new BlockReader();
    private Block block = new Block();
    private Block[] blocks = new Block[0];
    private int used;
    private int taken;

    BlockBatch(int lines) {
        from = new int[lines];
        to = new int[lines];
        nul = new boolean[lines];
        letters = new int[lines];
        numbers = new double[NUMBERS * lines];
    }

    boolean isFull() {
        return count == from.length;
    }

    /// Adds the line `bytes[begin, end)`, which has no newline but may end in a carriage return.
    void add(int begin, int end, boolean hasNul) {
        from[count] = begin;
        to[count] = end > begin && bytes[end - 1] == '\r' ? end - 1 : end;
        nul[count++] = hasNul;
    }

    /// Reads the lines into words.
    BlockBatch read() {
        used = 0;
        taken = 0;
        for (int i = 0; i < count; i++) {
            reader.read(bytes, from[i], to[i], block);
            if (isPlain(block)) {
                letters[i] = block.letters | (block.g[0] == 10 ? FEED : 0);
                int at = NUMBERS * i;
                numbers[at] = block.values['X' - 'A'];
                numbers[at + 1] = block.values['Y' - 'A'];
                numbers[at + 2] = block.values['Z' - 'A'];
                numbers[at + 3] = block.values['E' - 'A'];
                numbers[at + 4] = block.values['F' - 'A'];
            } else {
                letters[i] = 0;
                keep();
            }
        }
        return this;
    }

    private static boolean isPlain(Block b) {
        return b.gCount == 1 && b.mCount == 0 && (b.g[0] == 10 || b.g[0] == 0) && (b.letters & ~PLAIN) == 0
                && (b.letters & AXES) != 0 && b.isClean();
    }

    /// Puts the block that was just read in its row, and takes a free one for the next line.
    private void keep() {
        if (used == blocks.length) {
            int before = blocks.length;
            blocks = Arrays.copyOf(blocks, Math.max(16, 2 * before));
            for (int i = before; i < blocks.length; i++) {
                blocks[i] = new Block();
            }
        }
        Block free = blocks[used];
        blocks[used++] = block;
        block = free;
    }

    /// The words of line `i`; lines are asked for in their order, each once.
    ///
    /// @param scratch filled and given back for a plain move
    Block words(int i, Block scratch) {
        if (letters[i] == 0) {
            return blocks[taken++];
        }
        scratch.kind = Block.Kind.WORDS;
        scratch.letters = letters[i] & ~FEED;
        scratch.g[0] = (letters[i] & FEED) != 0 ? 10 : 0;
        scratch.gCount = 1;
        int at = NUMBERS * i;
        scratch.values['X' - 'A'] = numbers[at];
        scratch.values['Y' - 'A'] = numbers[at + 1];
        scratch.values['Z' - 'A'] = numbers[at + 2];
        scratch.values['E' - 'A'] = numbers[at + 3];
        scratch.values['F' - 'A'] = numbers[at + 4];
        return scratch;
    }
}
