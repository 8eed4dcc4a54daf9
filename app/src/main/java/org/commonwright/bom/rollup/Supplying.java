package org.commonwright.bom.rollup;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.supply.StockLot;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// Decides for every part how its need is met: the part's own stock, then alternates in stock, then the cheapest purchase,
/// then that of the first alternate that is sold. Own stock is given out before anything is taken as a substitute.
final class Supplying {
    private final Explosion explosion;
    private final Market market;
    private final @Nullable StockPool pool;
    private final List<Problem> problems;
    private final List<Missing> missing;
    private final Set<Place> told = new HashSet<>();

    Supplying(Explosion explosion, Market market, @Nullable StockPool pool, List<Problem> problems,
            List<Missing> missing) {
        this.explosion = explosion;
        this.market = market;
        this.pool = pool;
        this.problems = problems;
        this.missing = missing;
    }

    List<RollupLine> lines(Demand contained, Demand needed) {
        int count = explosion.parts.count();
        List<List<Taken>> taken = new ArrayList<>();
        Quantity[] still = new Quantity[count];
        Quantity[] needs = new Quantity[count];
        var rounded = new BitSet(count);
        for (int part = 0; part < count; part++) {
            Unit unit = explosion.parts.unit(part);
            Quantity exact = new Quantity(needed.sum(part), unit);
            needs[part] = whole(exact);
            rounded.set(part, needs[part] != exact);
            still[part] = needs[part];
            if (pool != null) {
                taken.add(new ArrayList<>());
                still[part] = fromStock(part, needs[part], taken.getLast(), pool);
            }
        }
        List<RollupLine> lines = new ArrayList<>(count);
        for (int part = 0; part < count; part++) {
            if (pool != null && still[part].number().signum() > 0) {
                still[part] = alternatesInStock(part, still[part], taken.get(part), pool);
            }
            Supply supply = supply(part, needs[part], pool == null ? List.of() : taken.get(part), still[part]);
            lines.add(new RollupLine(explosion.parts.key(part),
                    contained == needed && !rounded.get(part)
                            ? needs[part]
                            : new Quantity(contained.sum(part), explosion.parts.unit(part)),
                    new SourceList(explosion, contained, needed, part), supply));
        }
        return lines;
    }

    /// What is counted is needed whole.
    static Quantity whole(Quantity quantity) {
        return quantity.unit().dimension() == Unit.Dimension.COUNT && quantity.number().scale() != 0
                ? new Quantity(quantity.number().setScale(0, RoundingMode.CEILING), quantity.unit())
                : quantity;
    }

    private Quantity fromStock(int part, Quantity need, List<Taken> taken, StockPool from) {
        if (need.number().signum() == 0) {
            return need;
        }
        List<String> names = explosion.names(part);
        for (StockLot lot : from.otherwise(names, need.unit())) {
            if (told.add(lot.place())) {
                problems.add(Problem.error(lot.place(), "bom.stock-unit", lot.part(), lot.quantity().unit().symbol(),
                        need.unit().symbol(), explosion.firstPlace(part)));
            }
        }
        for (StockLot lot : from.expired(names)) {
            if (told.add(lot.place())) {
                problems.add(Problem.warning(lot.place(), "bom.lot-expired", lot.part(), String.valueOf(lot.expiry())));
            }
        }
        return from.take(names, need, "", taken);
    }

    private Quantity alternatesInStock(int part, Quantity need, List<Taken> taken, StockPool from) {
        Quantity still = need;
        for (Alternate alternate : explosion.alternates(part)) {
            int before = taken.size();
            still = from.take(List.of(PartKey.normalise(alternate.mpn())), still, alternate.toString(), taken);
            if (taken.size() > before) {
                problems.add(Problem.note(explosion.firstPlace(part), "bom.alternate-in-stock",
                        explosion.firstLine(part).part(), alternate.toString()));
            }
        }
        return still;
    }

    private Supply supply(int part, Quantity need, List<Taken> taken, Quantity toBuy) {
        if (toBuy.number().signum() == 0) {
            if (explosion.firstLine(part).kind() == LineKind.MODULE && !taken.isEmpty()) {
                missing.removeIf(m -> m.reason().key().equals("bom.missing-module")
                        && m.part().equals(explosion.firstLine(part).part()));
            }
            return new Supply(need, taken, toBuy, List.of(), "", zero());
        }
        if (explosion.firstLine(part).kind() == LineKind.MODULE) {
            return new Supply(need, taken, toBuy, List.of(), "", null);
        }
        List<Offer> offers = market.offers(explosion.names(part), () -> explosion.bomLines(part));
        Optional<Way> way = market.cheapest(offers, toBuy);
        if (way.isPresent()) {
            return new Supply(need, taken, toBuy, way.get().positions(), "", way.get().cost());
        }
        for (Alternate alternate : explosion.alternates(part)) {
            Optional<Way> instead = market.cheapest(market.offers(alternate.mpn()), toBuy);
            if (instead.isPresent()) {
                problems.add(Problem.note(explosion.firstPlace(part), "bom.alternate-bought",
                        explosion.firstLine(part).part(), alternate.toString()));
                return new Supply(need, taken, toBuy, instead.get().positions(), alternate.toString(),
                        instead.get().cost());
            }
        }
        missing.add(new Missing(explosion.firstLine(part).part(), reason(offers, toBuy), explosion.firstPlace(part)));
        return new Supply(need, taken, toBuy, List.of(), "", null);
    }

    private Messages.Key reason(List<Offer> offers, Quantity need) {
        Messages.Key first = null;
        for (Offer offer : offers) {
            Messages.Key why = market.refusal(offer, need.unit());
            if (why != null && (first == null || why.key().equals("bom.missing-currency")
                    || why.key().equals("bom.missing-no-currency"))) {
                first = why;
            }
        }
        return first == null ? Messages.Key.of("bom.missing-offer") : first;
    }

    private @Nullable Money zero() {
        String currency = market.currency();
        return currency == null ? null : Money.zero(currency);
    }
}
