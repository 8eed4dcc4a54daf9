package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.PartKey;
import org.commonwright.error.Fault;
import org.commonwright.model.Quantity;

/// Finds how many pieces stock alone is enough for, by trying numbers: twice as many each time, then halving.
final class BuildableCount {
    private static final int SHOWN = 20;

    private final Explosion explosion;
    private final Build build;

    BuildableCount(Explosion explosion, Build build) {
        this.explosion = explosion;
        this.build = build;
    }

    /// @param unknown parts whose quantity is not known, so that nothing can be built for sure
    Buildable count(List<String> unknown) {
        if (!unknown.isEmpty()) {
            return new Buildable(0, unknown.stream().limit(SHOWN).toList());
        }
        long enough = 0;
        long tooMany = 1;
        while (tooMany <= Buildable.MOST && lacking(tooMany, 1).isEmpty()) {
            enough = tooMany;
            tooMany *= 2;
        }
        if (tooMany > Buildable.MOST) {
            return new Buildable(Buildable.MOST, List.of());
        }
        while (tooMany - enough > 1) {
            long middle = (enough + tooMany) / 2;
            if (lacking(middle, 1).isEmpty()) {
                enough = middle;
            } else {
                tooMany = middle;
            }
        }
        return new Buildable(enough, lacking(enough + 1, SHOWN));
    }

    /// Up to `most` parts that are short for so many pieces.
    private List<String> lacking(long pieces, int most) {
        List<String> found = new ArrayList<>();
        var pool = new StockPool(build.stock(), build.on());
        Demand demand;
        try {
            demand = Demand.needed(explosion, pieces, pool);
        } catch (Fault tooMany) {
            return List.of(String.valueOf(tooMany.arguments().getFirst()));
        }
        List<Taken> taken = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        List<Quantity> rest = new ArrayList<>();
        for (int part = 0; part < explosion.parts.count(); part++) {
            BigDecimal sum = demand.sum(part);
            if (sum.signum() > 0) {
                Quantity need = Supplying.whole(new Quantity(sum, explosion.parts.unit(part)));
                Quantity still = pool.take(explosion.names(part), need, "", taken);
                if (still.number().signum() > 0 && explosion.alternates(part).isEmpty()) {
                    found.add(explosion.firstLine(part).part());
                    if (found.size() >= most) {
                        return found;
                    }
                } else if (still.number().signum() > 0) {
                    open.add(part);
                    rest.add(still);
                }
            }
        }
        for (int i = 0; i < open.size() && found.size() < most; i++) {
            Quantity still = rest.get(i);
            for (Alternate alternate : explosion.alternates(open.get(i))) {
                still = pool.take(List.of(PartKey.normalise(alternate.mpn())), still, alternate.mpn(), taken);
            }
            if (still.number().signum() > 0) {
                found.add(explosion.firstLine(open.get(i)).part());
            }
        }
        return found;
    }
}
