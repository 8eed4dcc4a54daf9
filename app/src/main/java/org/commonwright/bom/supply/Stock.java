package org.commonwright.bom.supply;

import java.util.List;
import org.commonwright.bom.SkippedRow;
import org.commonwright.error.Problem;

/// What a `stock.csv` says. `lots` and `skipped` together are all its rows but the header.
public record Stock(List<StockLot> lots, List<SkippedRow> skipped, List<Problem> problems) {
    /// Nothing is there, or nobody asked for it.
    public static final Stock NONE = new Stock(List.of(), List.of(), List.of());

    public Stock {
        lots = List.copyOf(lots);
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
    }

    public boolean isEmpty() {
        return lots.isEmpty();
    }
}
