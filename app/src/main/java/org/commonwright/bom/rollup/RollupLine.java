package org.commonwright.bom.rollup;

import java.util.List;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.PartKey;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// One part of the whole.
///
/// @param total what is in N pieces: exact, in the unit of the first row that names the part
/// @param sources the rows that it comes from, at least one; made when they are asked for
/// @param supply how it is met
public record RollupLine(PartKey key, Quantity total, List<Source> sources, Supply supply) {
    /// The first row that names it.
    public BomLine first() {
        return sources.getFirst().line();
    }

    public String part() {
        return first().part();
    }

    public LineKind kind() {
        return first().kind();
    }

    /// Null when it has to be bought and its price is not known: then it is also among what is missing.
    public @Nullable Money cost() {
        return supply.cost();
    }

    /// The first position of what is ordered; null when nothing is.
    public @Nullable Purchase purchase() {
        return supply.purchases().isEmpty() ? null : supply.purchases().getFirst();
    }
}
