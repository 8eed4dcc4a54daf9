package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.util.Arrays;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.jspecify.annotations.Nullable;

/// What N pieces need: how many of each module, how much of each part. Users come before what they use, so one walk does.
/// Whole numbers are added as such as long as they fit; everything else exactly.
final class Demand {
    /// Beyond this a product of quantities means nothing, and its digits would only eat memory.
    private static final BigDecimal MOST = new BigDecimal("1e30");
    private static final int MOST_DIGITS = 2000;

    private final Explosion explosion;
    private final long[] wholeTimes;
    private final @Nullable BigDecimal[] times;
    private final BigDecimal[] fromStock;
    private final long[] wholeSums;
    private @Nullable BigDecimal @Nullable [] sums;

    private Demand(Explosion explosion) {
        this.explosion = explosion;
        this.wholeTimes = new long[explosion.modules.size()];
        this.times = new BigDecimal[explosion.modules.size()];
        this.fromStock = new BigDecimal[explosion.modules.size()];
        this.wholeSums = new long[explosion.parts.count()];
        Arrays.fill(fromStock, BigDecimal.ZERO);
    }

    /// What is in N pieces.
    ///
    /// @throws Fault `bom.too-many`
    static Demand contained(Explosion explosion, long quantity) {
        return new Demand(explosion).walk(quantity, false, null);
    }

    /// What has to be there to build N pieces: with what gets lost, and without what finished modules in stock save.
    ///
    /// @throws Fault `bom.too-many`
    static Demand needed(Explosion explosion, long quantity, @Nullable StockPool pool) {
        return new Demand(explosion).walk(quantity, true, pool);
    }

    private Demand walk(long quantity, boolean losses, @Nullable StockPool pool) {
        wholeTimes[0] = quantity;
        boolean lossy = losses && explosion.hasAttrition();
        for (int m = 0; m < wholeTimes.length; m++) {
            if (pool != null && m > 0) {
                takeFinished(m, pool);
            }
            if (wholeTimes[m] == 0 && times[m] == null) {
                continue;
            }
            int end = explosion.start(m + 1);
            for (int line = explosion.start(m); line < end; line++) {
                int part = explosion.partOf(line);
                if (part >= 0) {
                    part(m, line, part, lossy);
                } else if (explosion.moduleOf(line) >= 0) {
                    module(m, line, lossy);
                }
            }
        }
        return this;
    }

    private void takeFinished(int m, StockPool pool) {
        BigDecimal need = times(m);
        BigDecimal taken = need.signum() == 0 ? BigDecimal.ZERO : pool.takeModule(explosion.modules.get(m), need);
        if (taken.signum() > 0) {
            fromStock[m] = taken;
            wholeTimes[m] = 0;
            times[m] = need.subtract(taken);
            if (times[m].signum() == 0) {
                times[m] = null;
            }
        }
    }

    private void part(int m, int line, int part, boolean lossy) {
        long each = explosion.whole(line);
        long n = wholeTimes[m];
        if (each >= 0 && times[m] == null && (!lossy || explosion.attrition(line) == null)) {
            long product = n * each;
            long sum = wholeSums[part] + product;
            if (Math.multiplyHigh(n, each) == 0 && product >= 0 && sum >= 0) {
                wholeSums[part] = sum;
                return;
            }
        }
        sums = sums == null ? new BigDecimal[wholeSums.length] : sums;
        BigDecimal more = product(m, line, lossy);
        sums[part] = sums[part] == null ? more : sums[part].add(more);
    }

    private void module(int m, int line, boolean lossy) {
        int child = explosion.moduleOf(line);
        long each = explosion.whole(line);
        if (each >= 0 && times[m] == null && times[child] == null
                && (!lossy || explosion.attrition(line) == null)) {
            long product = wholeTimes[m] * each;
            long sum = wholeTimes[child] + product;
            if (Math.multiplyHigh(wholeTimes[m], each) == 0 && product >= 0 && sum >= 0) {
                wholeTimes[child] = sum;
                return;
            }
        }
        BigDecimal sum = times(child).add(product(m, line, lossy));
        if (sum.compareTo(MOST) > 0 || sum.precision() > MOST_DIGITS) {
            ModuleOrder.Module holder = explosion.modules.get(m);
            throw new Fault("bom.too-many", explosion.modules.get(child).node.name(),
                    Place.line(holder.node.bomFile(), explosion.lines[line].row()));
        }
        times[child] = sum;
        wholeTimes[child] = 0;
    }

    private BigDecimal product(int m, int line, boolean lossy) {
        BigDecimal product = times(m).multiply(explosion.amount(line));
        BigDecimal loss = lossy ? explosion.attrition(line) : null;
        return loss == null ? product : product.add(product.multiply(loss));
    }

    /// How many of a module have to be made.
    BigDecimal times(int m) {
        BigDecimal exact = times[m];
        return exact == null ? BigDecimal.valueOf(wholeTimes[m]) : exact;
    }

    /// How many of a module are taken finished from stock.
    BigDecimal fromStock(int m) {
        return fromStock[m];
    }

    /// How much of a part, in its unit.
    BigDecimal sum(int part) {
        BigDecimal whole = BigDecimal.valueOf(wholeSums[part]);
        return sums == null || sums[part] == null ? whole : sums[part].add(whole);
    }
}
