package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// Finds the cheapest way to buy a quantity: over suppliers, price breaks (more can cost less), packs and minimum orders, with
/// one position or with two of different suppliers or order numbers (a pack of a hundred here and twenty loose ones there).
final class Buying {
    /// Pairs are tried among so many of the offers that are cheapest alone.
    private static final int MOST_PAIRED = 32;
    private static final int MOST_STEPS = 500;

    static final Comparator<Way> BETTER = Comparator.comparing(Way::cost).thenComparing(w -> w.positions().size())
            .thenComparing(Buying::leadTime).thenComparing(w -> w.positions().getFirst().ordered().number())
            .thenComparing(w -> w.positions().getFirst().offer().row());

    private final Quantity need;
    private final List<Priced> offers;

    private Buying(Quantity need, List<Priced> offers) {
        this.need = need;
        this.offers = offers;
    }

    /// @param need above zero
    /// @return empty without offers
    static Optional<Way> cheapest(Quantity need, List<Priced> offers) {
        if (offers.size() == 1) {
            return Optional.of(new Buying(need, offers).alone(offers.getFirst()));
        }
        return ways(need, offers).stream().findFirst();
    }

    /// Every offer alone and the best of each pair that beats both alone, the cheapest first.
    static List<Way> ways(Quantity need, List<Priced> offers) {
        var buying = new Buying(need, offers);
        List<Way> ways = new ArrayList<>();
        List<Priced> paired = new ArrayList<>(offers);
        offers.forEach(offer -> ways.add(buying.alone(offer)));
        if (offers.size() > MOST_PAIRED) {
            paired.sort(Comparator.comparing(buying::alone, BETTER));
            paired.subList(MOST_PAIRED, paired.size()).clear();
        }
        for (Priced a : paired) {
            for (Priced b : paired) {
                if (!a.isSameSource(b) && a.priceIn(need.unit()).compareTo(b.priceIn(need.unit())) <= 0) {
                    buying.pair(a, b).ifPresent(ways::add);
                }
            }
        }
        ways.sort(BETTER);
        return ways;
    }

    private Way alone(Priced offer) {
        return Way.of(offer.buy(offer.atLeast(need.in(offer.unit()).number())));
    }

    /// The best of as much of `a`, the cheaper one by the unit, as makes sense, and the rest of `b`. More of `a` is never
    /// worse as long as `b` fills what is left without rounding; rounding repeats with the least common multiple of both
    /// packs, so there are few numbers of packs to try.
    private Optional<Way> pair(Priced a, Priced b) {
        BigDecimal step = a.step();
        if (step == null) {
            return Optional.empty();
        }
        BigDecimal all = need.in(a.unit()).number();
        BigDecimal leastOfB = new Quantity(b.atLeast(BigDecimal.ZERO), b.unit()).in(a.unit()).number();
        BigInteger least = a.atLeast(BigDecimal.ZERO).divide(step, 0, RoundingMode.CEILING).toBigInteger()
                .max(BigInteger.ONE);
        BigInteger first = all.subtract(leastOfB).divide(step, 0, RoundingMode.CEILING).toBigInteger();
        Way best = null;
        for (int d = 0; d <= rounds(a, b); d++) {
            BigInteger packs = first.subtract(BigInteger.valueOf(d)).max(least);
            BigDecimal ofA = step.multiply(new BigDecimal(packs));
            BigDecimal rest = all.subtract(ofA);
            if (rest.signum() > 0) {
                BigDecimal ofB = b.atLeast(new Quantity(rest, a.unit()).in(b.unit()).number());
                Way way = Way.of(a.buy(ofA), b.buy(ofB));
                best = best == null || BETTER.compare(way, best) < 0 ? way : best;
            }
            if (packs.equals(least)) {
                break;
            }
        }
        return Optional.ofNullable(best).filter(w -> w.cost().compareTo(alone(a).cost()) < 0
                && w.cost().compareTo(alone(b).cost()) < 0);
    }

    /// How many packs of `a` less than the most may still be better.
    private static int rounds(Priced a, Priced b) {
        BigDecimal stepB = b.step();
        BigDecimal stepA = a.step();
        if (stepB == null || stepA == null) {
            return 1;
        }
        BigDecimal inA = new Quantity(stepB, b.unit()).in(a.unit()).number();
        int scale = Math.max(Math.max(inA.scale(), stepA.scale()), 0);
        BigInteger x = inA.movePointRight(scale).toBigInteger();
        BigInteger y = stepA.movePointRight(scale).toBigInteger();
        BigInteger rounds = x.divide(x.gcd(y).max(BigInteger.ONE));
        return rounds.bitLength() > 30 ? MOST_STEPS : Math.clamp(rounds.intValue(), 1, MOST_STEPS);
    }

    /// Whether an offer that counts `unit` can be used for this need.
    static boolean counts(@Nullable Unit unit, Unit needed) {
        return unit == null || unit.dimension() == needed.dimension();
    }

    private static int leadTime(Way way) {
        int longest = 0;
        for (Purchase p : way.positions()) {
            Integer days = p.offer().leadTimeDays();
            longest = Math.max(longest, days == null ? Integer.MAX_VALUE : days);
        }
        return longest;
    }
}
