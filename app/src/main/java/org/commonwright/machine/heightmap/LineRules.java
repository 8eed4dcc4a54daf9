package org.commonwright.machine.heightmap;

import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.gcode.Block;

/// Which lines a height map can be taken into. What moves the zero under the program, or moves the tool by rules of its own, is
/// refused by name: a guess would mill into the table.
final class LineRules {
    /// In tenths.
    private static final Set<Integer> KNOWN = Set.of(0, 10, 20, 30, 40, 170, 180, 190, 200, 210, 280, 281, 300, 301,
            400,
            490, 530, 540, 550, 560, 570, 580, 590, 610, 640, 800, 900, 901, 910, 911, 930, 940);
    private static final Set<Integer> MOVE_THE_ZERO = Set.of(100, 431, 432, 920, 921, 922, 923);
    /// The letters of what is written anew: anything else would be lost, or would move something that has no height.
    private static final String LETTERS = "FGIJKMNPRSTXYZ";
    private static final int UNSAID = -1;

    private final String name;
    private int system = UNSAID;

    LineRules(String name) {
        this.name = name;
    }

    /// @param levelled whether something was corrected before
    /// @throws Fault `heightmap.moves-zero`, `heightmap.word`, `heightmap.unclear`
    void check(Block block, int line, boolean levelled) {
        boolean homes = block.hasG(280) || block.hasG(300);
        if (!block.isClean() && !homes) {
            throw new Fault("heightmap.unclear", name, line);
        }
        for (int i = 0; i < block.gCount(); i++) {
            int g = block.g(i);
            if (MOVE_THE_ZERO.contains(g)) {
                throw new Fault("heightmap.moves-zero", name, line, word(g));
            }
            if (!KNOWN.contains(g)) {
                throw new Fault("heightmap.word", name, line, word(g));
            }
            if (g >= 540 && g <= 590) {
                system(g, line, levelled);
            }
        }
    }

    private void system(int g, int line, boolean levelled) {
        boolean first = system == UNSAID && (g == 540 || !levelled);
        if (!first && system != g) {
            throw new Fault("heightmap.moves-zero", name, line, word(g));
        }
        system = g;
    }

    /// A line that is to be written anew must hold nothing that this would lose.
    ///
    /// @throws Fault `heightmap.word`
    void rewritable(LineText text, int line) {
        for (LineText.Word word : text.words()) {
            if (LETTERS.indexOf(word.letter()) < 0) {
                throw new Fault("heightmap.word", name, line, word);
            }
        }
    }

    private static String word(int tenths) {
        return "G" + (tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10);
    }
}
