package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.supply.Stock;
import org.commonwright.bom.supply.StockLot;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// What is still there while it is being given out: each piece once. The lot that expires first goes first; expired lots are
/// not given out.
final class StockPool {
    private static final Comparator<Left> ORDER = Comparator.comparing(
            (Left l) -> l.lot.expiry() == null ? LocalDate.MAX : l.lot.expiry())
            .thenComparing(l -> l.lot.place().line());

    private static final class Left {
        private final StockLot lot;
        private BigDecimal number;

        Left(StockLot lot, BigDecimal number) {
            this.lot = lot;
            this.number = number;
        }
    }

    private final Map<String, List<Left>> byName = new HashMap<>();
    private final Map<String, List<StockLot>> expired = new HashMap<>();

    StockPool(Stock stock, @Nullable LocalDate on) {
        for (StockLot lot : stock.lots()) {
            String name = PartKey.normalise(lot.part());
            LocalDate expiry = lot.expiry();
            if (on != null && expiry != null && expiry.isBefore(on)) {
                expired.computeIfAbsent(name, _ -> new ArrayList<>()).add(lot);
            } else {
                byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Left(lot, lot.quantity().number()));
            }
        }
        byName.values().forEach(lots -> lots.sort(ORDER));
    }

    /// Takes as much as is there of what is needed.
    ///
    /// @param substitute said of what is taken
    /// @return what is still needed
    Quantity take(List<String> names, Quantity need, String substitute, List<Taken> taken) {
        BigDecimal still = need.number();
        Unit unit = need.unit();
        for (String name : names) {
            for (Left left : byName.getOrDefault(name, List.of())) {
                Unit own = left.lot.quantity().unit();
                if (still.signum() == 0 || own.dimension() != unit.dimension() || left.number.signum() == 0) {
                    continue;
                }
                BigDecimal wanted = new Quantity(still, unit).in(own).number();
                if (left.number.compareTo(wanted) >= 0) {
                    left.number = left.number.subtract(wanted);
                    taken.add(new Taken(left.lot, new Quantity(wanted, own), substitute));
                    return new Quantity(BigDecimal.ZERO, unit);
                }
                taken.add(new Taken(left.lot, new Quantity(left.number, own), substitute));
                still = still.subtract(new Quantity(left.number, own).in(unit).number()).max(BigDecimal.ZERO);
                left.number = BigDecimal.ZERO;
            }
        }
        return new Quantity(still, unit);
    }

    /// Takes whole finished modules, as many as are there and needed, under any name that it has.
    BigDecimal takeModule(ModuleOrder.Module module, BigDecimal need) {
        BigDecimal taken = BigDecimal.ZERO;
        Set<String> names = new HashSet<>(module.calledAs);
        names.add(PartKey.normalise(module.node.name()));
        for (String name : names) {
            for (Left left : byName.getOrDefault(name, List.of())) {
                if (left.lot.quantity().unit() == Unit.PIECE) {
                    BigDecimal there = left.number.min(need.subtract(taken)).setScale(0, RoundingMode.FLOOR);
                    left.number = left.number.subtract(there);
                    taken = taken.add(there);
                }
            }
        }
        return taken;
    }

    /// The lots of these names that are too old.
    List<StockLot> expired(List<String> names) {
        return expired.isEmpty()
                ? List.of()
                : names.stream().flatMap(n -> expired.getOrDefault(n, List.of()).stream()).toList();
    }

    /// The lots of these names that count in another dimension than needed.
    List<StockLot> otherwise(List<String> names, Unit unit) {
        return names.stream().flatMap(n -> byName.getOrDefault(n, List.of()).stream()).map(l -> l.lot)
                .filter(lot -> lot.quantity().unit().dimension() != unit.dimension()).toList();
    }
}
