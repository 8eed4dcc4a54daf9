package org.commonwright.bom.rollup;

import java.util.List;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.PartKey;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// One part of the whole.
///
/// @param total exact, in the unit of the first row that names the part
/// @param sources the rows that it comes from, at least one
/// @param purchase how it is bought; null when that is not known: then it is also among what is missing
public record RollupLine(PartKey key, Quantity total, List<Source> sources, @Nullable Purchase purchase) {
    public RollupLine {
        sources = List.copyOf(sources);
    }

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
}
