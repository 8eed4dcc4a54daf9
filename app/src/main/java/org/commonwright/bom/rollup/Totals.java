package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.error.Problem;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// Adds up lines by part. A part that is counted in two dimensions (pieces here, metres there) keeps two sums, and both rows
/// are told.
final class Totals {
    private static final class Sum {
        private final Unit unit;
        private BigDecimal number = BigDecimal.ZERO;
        private final List<Source> sources = new ArrayList<>(2);
        /// The sum of the same part in another dimension.
        private @Nullable Sum other;

        Sum(Unit unit) {
            this.unit = unit;
        }
    }

    private final Map<PartKey, Sum> sums = new LinkedHashMap<>();
    private final Map<String, String> makers;
    private final Consumer<Problem> problems;

    /// @param makers the one maker of a number, for rows that give the number without the maker
    Totals(Map<String, String> makers, Consumer<Problem> problems) {
        this.makers = makers;
        this.problems = problems;
    }

    void add(Source source, Quantity each) {
        Unit unit = each.unit();
        Sum first = sums.computeIfAbsent(key(source.line()), _ -> new Sum(unit));
        Sum sum = first;
        while (sum.unit.dimension() != unit.dimension()) {
            Sum next = sum.other;
            if (next == null) {
                next = new Sum(unit);
                sum.other = next;
                problems.accept(Problem.error(source.place(), "bom.units-mixed", source.line().part(), unit.symbol(),
                        first.unit.symbol(), first.sources.getFirst().place()));
            }
            sum = next;
        }
        BigDecimal inUnit = unit == sum.unit ? each.number() : each.in(sum.unit).number();
        sum.number = sum.number.add(inUnit.multiply(source.times()));
        sum.sources.add(source);
    }

    /// What was added up, each part in the order of its first row.
    List<RollupLine> lines() {
        List<RollupLine> lines = new ArrayList<>(sums.size());
        sums.forEach((part, first) -> {
            for (Sum sum = first; sum != null; sum = sum.other) {
                lines.add(new RollupLine(part, new Quantity(sum.number, sum.unit), sum.sources, null));
            }
        });
        return lines;
    }

    private PartKey key(BomLine line) {
        PartKey key = line.key();
        if (key.byNumber() && key.manufacturer().isEmpty()) {
            String maker = makers.getOrDefault(key.name(), "");
            return maker.isEmpty() ? key : new PartKey(maker, key.name(), true);
        }
        return key;
    }
}
