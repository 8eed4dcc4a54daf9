package org.commonwright.design;

import java.util.List;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.rollup.Build;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.supply.RateReader;
import org.commonwright.bom.supply.Rates;
import org.commonwright.bom.supply.Stock;
import org.commonwright.bom.supply.StockReader;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// What a design's repository says beside its modules: `stock.csv` and `rates.csv` at its root. Without the file, and with one
/// that cannot be read (which is told), there is nothing.
public final class DesignSupplies {
    public static final RepoPath STOCK = new RepoPath("stock.csv");
    public static final RepoPath RATES = new RepoPath("rates.csv");

    private DesignSupplies() {}

    public static Stock stock(DesignModule module) {
        FileTree tree = module.source().tree();
        String file = module.source().show(STOCK);
        try {
            return tree.exists(STOCK) ? StockReader.read(file, tree.read(STOCK, BomReader.LIMIT)) : Stock.NONE;
        } catch (Fault fault) {
            return new Stock(List.of(), List.of(), List.of(told(file, fault)));
        }
    }

    public static Rates rates(DesignModule module) {
        FileTree tree = module.source().tree();
        String file = module.source().show(RATES);
        try {
            return tree.exists(RATES) ? RateReader.read(file, tree.read(RATES, BomReader.LIMIT)) : Rates.NONE;
        } catch (Fault fault) {
            return new Rates(List.of(), List.of(), List.of(told(file, fault)));
        }
    }

    /// What `quantity` pieces need and cost when everything is bought, at the newest rates that the repository knows.
    ///
    /// @param currency null for that of most offers
    /// @throws Fault what [Rollup#of] throws
    public static RollupResult cost(DesignModule root, long quantity, @Nullable String currency) {
        return Rollup.of(ModuleBom.of(root), new Build(quantity, currency, null, Stock.NONE, rates(root)));
    }

    private static Problem told(String file, Fault fault) {
        return new Problem(Problem.Severity.ERROR, fault.code(), fault.arguments(), Place.file(file));
    }
}
