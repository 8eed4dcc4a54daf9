package org.commonwright.machine.heightmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What becomes of the words of a line whose move is written anew: axes, centres, motion and distance words are the move's
/// own; the feed goes onto the first piece, the spindle's speed too unless the spindle is switched; a program's end comes behind all pieces, anything else before them. So
/// it is in the order of execution of RS-274 too.
final class LineWords {
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private final List<LineText.Word> first = new ArrayList<>();

    LineWords(LineText text) {
        boolean spindle = text.words().stream().anyMatch(word -> word.is('M', 3, 4, 5));
        for (LineText.Word word : text.words()) {
            if (word.is('M', 0, 1, 2, 30, 60)) {
                after.append(word);
            } else if (word.letter() == 'F' || word.letter() == 'S' && !spindle) {
                first.add(word);
            } else if ("XYZIJKRPN".indexOf(word.letter()) < 0 && !word.is('G', 0, 1, 2, 3, 90, 91)) {
                before.append(word);
            }
        }
    }

    String before() {
        return before.toString();
    }

    String after() {
        return after.toString();
    }

    /// @param isFirst whether it is the first piece
    /// @param inverseTime `F` says in how many parts of a minute the move is done: each piece gets its share
    String more(boolean isFirst, boolean inverseTime, double whole, double piece) {
        var more = new StringBuilder();
        for (LineText.Word word : first) {
            if (word.letter() == 'F' && inverseTime && piece > 0) {
                more.append(String.format(Locale.ROOT, "F%.4f", word.value() * whole / piece));
            } else if (isFirst) {
                more.append(word);
            }
        }
        return more.toString();
    }
}
