package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows and columns of three revisions, each with its place in base, ours and theirs; -1 where it is not.
///
/// @param base null when the revisions have no common ancestor
record Merging(@Nullable Side base, Side ours, Side theirs, List<At> rows, List<At> columns) {
    /// Where one row or column stands in each revision.
    record At(int base, int ours, int theirs) {}

    static Merging of(@Nullable Side base, Side ours, Side theirs) {
        int rowsOfBase = base == null ? 0 : base.rows().size();
        int widthOfBase = base == null ? 0 : base.width();
        Matching toOurs = Matching.none(rowsOfBase, ours.rows().size());
        Matching toTheirs = Matching.none(rowsOfBase, theirs.rows().size());
        Matching columnsToOurs = Matching.none(widthOfBase, ours.width());
        Matching columnsToTheirs = Matching.none(widthOfBase, theirs.width());
        if (base != null) {
            toOurs = RowMatcher.match(base.rows(), ours.rows());
            toTheirs = RowMatcher.match(base.rows(), theirs.rows());
            columnsToOurs = ColumnMatcher.match(base.document(), ours.document(), toOurs);
            columnsToTheirs = ColumnMatcher.match(base.document(), theirs.document(), toTheirs);
        }
        Matching rowsBoth = RowMatcher.match(ours.rows(), theirs.rows(), through(toOurs, toTheirs));
        Matching columnsBoth = ColumnMatcher.matchNamed(ours.document(), theirs.document(),
                through(columnsToOurs, columnsToTheirs));
        return new Merging(base, ours, theirs, places(toOurs, toTheirs, rowsBoth),
                places(columnsToOurs, columnsToTheirs, columnsBoth));
    }

    /// Ours to theirs for what both have from base. What only one has from base is barred from partners: it is not new.
    private static Matching through(Matching ours, Matching theirs) {
        Matching both = Matching.none(ours.toA().length, theirs.toA().length);
        for (int b = 0; b < ours.toB().length; b++) {
            int o = ours.toB()[b];
            int t = theirs.toB()[b];
            if (o >= 0 && t >= 0) {
                both.pair(o, t);
            } else if (o >= 0) {
                both.toB()[o] = BARRED;
            } else if (t >= 0) {
                both.toA()[t] = BARRED;
            }
        }
        return both;
    }

    private static final int BARRED = Integer.MAX_VALUE;

    private static List<At> places(Matching ours, Matching theirs, Matching both) {
        List<At> places = new ArrayList<>();
        for (int b = 0; b < ours.toB().length; b++) {
            places.add(new At(b, ours.toB()[b], theirs.toB()[b]));
        }
        for (int o = 0; o < ours.toA().length; o++) {
            if (ours.isFreeB(o)) {
                places.add(new At(-1, o, both.toB()[o] == BARRED ? -1 : both.toB()[o]));
            }
        }
        for (int t = 0; t < theirs.toA().length; t++) {
            if (theirs.isFreeB(t) && both.isFreeB(t)) {
                places.add(new At(-1, -1, t));
            }
        }
        return places;
    }
}
