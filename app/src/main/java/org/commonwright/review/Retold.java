package org.commonwright.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Whether a merged file can have come of choices between the sides: finds the choices from the top of the file down, by how far
/// each takes what they make of it; of two that take it as far, by how much is still too long or too short.
final class Retold {
    /// Beyond this each choice is not tried by itself.
    private static final int MOST = 400;

    private final List<MergeConflict> conflicts;
    private final Function<Map<MergeConflict, Resolution>, byte[]> merge;
    private final byte[] wanted;
    private final Progress watch;

    /// @param conflicts those of one file, in its order
    /// @param merge what the file says with a choice for each of them
    /// @param watch asked before each try whether to go on
    Retold(List<MergeConflict> conflicts, Function<Map<MergeConflict, Resolution>, byte[]> merge, byte[] wanted,
            Progress watch) {
        this.conflicts = conflicts;
        this.merge = merge;
        this.wanted = wanted;
        this.watch = watch;
    }

    boolean isPossible() {
        if (Arrays.equals(merge.apply(all(new Resolution.Ours())), wanted)
                || Arrays.equals(merge.apply(all(new Resolution.Theirs())), wanted)) {
            return true;
        }
        if (conflicts.size() > MOST) {
            return false;
        }
        // Twice: a row that goes moves what stands below it.
        Map<MergeConflict, Resolution> choices = all(new Resolution.Ours());
        return settle(choices) || settle(choices);
    }

    private boolean settle(Map<MergeConflict, Resolution> choices) {
        for (MergeConflict conflict : conflicts) {
            Resolution best = choices.get(conflict);
            int furthest = -1;
            int off = 0;
            for (Resolution choice : sides(conflict)) {
                watch.check();
                choices.put(conflict, choice);
                byte[] said = merge.apply(choices);
                int differs = Arrays.mismatch(said, wanted);
                if (differs < 0) {
                    return true;
                }
                int length = Math.abs(said.length - wanted.length);
                if (differs > furthest || differs == furthest && length < off) {
                    furthest = differs;
                    off = length;
                    best = choice;
                }
            }
            choices.put(conflict, best);
        }
        return false;
    }

    private Map<MergeConflict, Resolution> all(Resolution choice) {
        var choices = new HashMap<MergeConflict, Resolution>();
        conflicts.forEach(conflict -> choices.put(conflict, choice));
        return choices;
    }

    private static List<Resolution> sides(MergeConflict conflict) {
        List<Resolution> sides = new ArrayList<>(List.of(new Resolution.Ours(), new Resolution.Theirs()));
        String before = before(conflict);
        if (before != null) {
            sides.add(new Resolution.Value(before));
        }
        return sides;
    }

    private static @Nullable String before(MergeConflict conflict) {
        return switch (conflict) {
            case MergeConflict.Cell(_, _, var cell) -> cell.cell().isEmpty() ? null : cell.base();
            case MergeConflict.Text text -> text.base();
            case MergeConflict.Whole _ -> null;
        };
    }
}
