package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.error.Problem;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// Adds up lines by part. A part that is counted in two dimensions (pieces here, metres there) keeps two sums, and both rows
/// are told.
final class Totals {
    private record Key(PartKey part, Unit.Dimension dimension) {}

    private static final class Sum {
        private final Unit unit;
        private BigDecimal number = BigDecimal.ZERO;
        private final List<Source> sources = new ArrayList<>(2);

        Sum(Unit unit) {
            this.unit = unit;
        }
    }

    private final Map<Key, Sum> sums = new LinkedHashMap<>();
    private final Map<PartKey, Source> firsts = new HashMap<>();
    private final Map<String, String> makers;
    private final Consumer<Problem> problems;

    /// @param makers the one maker of a number, for rows that give the number without the maker
    Totals(Map<String, String> makers, Consumer<Problem> problems) {
        this.makers = makers;
        this.problems = problems;
    }

    void add(Source source, Quantity each) {
        BomLine line = source.line();
        PartKey part = key(line);
        Unit unit = each.unit();
        Sum sum = sums.get(new Key(part, unit.dimension()));
        if (sum == null) {
            sum = new Sum(unit);
            sums.put(new Key(part, unit.dimension()), sum);
            Source other = firsts.putIfAbsent(part, source);
            if (other != null) {
                Quantity before = other.line().quantity();
                problems.accept(Problem.error(source.place(), "bom.units-mixed", line.part(), unit.symbol(),
                        before == null ? "" : before.unit().symbol(), other.place()));
            }
        }
        BigDecimal inUnit = unit == sum.unit ? each.number() : each.in(sum.unit).number();
        sum.number = sum.number.add(inUnit.multiply(source.times()));
        sum.sources.add(source);
    }

    /// What was added up, each part in the order of its first row.
    List<RollupLine> lines() {
        List<RollupLine> lines = new ArrayList<>(sums.size());
        sums.forEach((key, sum) -> lines
                .add(new RollupLine(key.part, new Quantity(sum.number, sum.unit), sum.sources, null)));
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
