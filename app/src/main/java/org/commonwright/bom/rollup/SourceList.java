package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The rows that a total comes from, made when somebody asks for them: of a million lines nobody looks at all.
final class SourceList extends AbstractList<Source> implements RandomAccess {
    private final Explosion explosion;
    private final Demand contained;
    private final Demand needed;
    private final int part;
    private @Nullable List<Source> made;

    SourceList(Explosion explosion, Demand contained, Demand needed, int part) {
        this.explosion = explosion;
        this.contained = contained;
        this.needed = needed;
        this.part = part;
    }

    @Override
    public Source get(int index) {
        return all().get(index);
    }

    @Override
    public int size() {
        return all().size();
    }

    private List<Source> all() {
        List<Source> all = made;
        if (all == null) {
            all = explosion.linesOf(part).stream().map(this::source).toList();
            made = all;
        }
        return all;
    }

    private Source source(int line) {
        ModuleOrder.Module holder = explosion.holder(line);
        BigDecimal loss = explosion.attrition(line);
        return new Source(holder.node.path(), holder.node.bomFile(), explosion.lines[line],
                contained.times(holder.index), needed.times(holder.index), loss == null ? BigDecimal.ZERO : loss);
    }
}
