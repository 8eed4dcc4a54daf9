package org.commonwright.cli.bom;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.commonwright.bom.rollup.Build;
import org.commonwright.bom.supply.Stock;
import org.commonwright.bom.supply.StockReader;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.DesignSupplies;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is to be built, how often, and with what: the options that `bom rollup` and `bom shop` share.
final class BuildOptions {
    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    @Option(names = "--module", defaultValue = "", paramLabel = "PATH", description = "one module and what is in it, by its path or name")
    private String module = "";

    @Option(names = "--quantity", defaultValue = "1", paramLabel = "N")
    private long quantity;

    @Option(names = "--currency", paramLabel = "C", description = "of three letters; otherwise that of most offers")
    private @Nullable String currency;

    @Option(names = "--at", paramLabel = "REV", description = "a commit instead of the files on disk")
    private @Nullable String revision;

    @Option(names = "--on", paramLabel = "DATE", description = "the day for exchange rates and expiry dates, such as 2026-03-01; otherwise today")
    private @Nullable String on;

    @Option(names = "--stock-file", paramLabel = "FILE", description = "what is there, instead of the design's stock.csv")
    private @Nullable Path stockFile;

    @Option(names = "--json")
    private boolean json;

    boolean json() {
        return json;
    }

    @Nullable
    Path stockFile() {
        return stockFile;
    }

    ModuleTree tree(Workspace workspace) {
        return new DesignReader(workspace).read(folder, revision).tree();
    }

    /// The module that is to be built.
    ///
    /// @throws Fault `design.no-such-module`
    DesignModule module(ModuleTree tree) {
        return tree.find(module);
    }

    /// @param withStock whether what is there is used first
    /// @throws Fault `bom.pieces-negative`, `bom.currency-unknown`, `bom.date-unknown`, and what the stock file cannot be read for
    Build build(DesignModule root, boolean withStock) {
        if (quantity < 0) {
            throw new Fault("bom.pieces-negative", quantity);
        }
        return new Build(quantity, code(currency), day(), withStock ? stock(root) : Stock.NONE,
                DesignSupplies.rates(root));
    }

    /// @throws Fault `bom.currency-unknown`
    static @Nullable String code(@Nullable String currency) {
        String code = currency == null ? null : currency.toUpperCase(Locale.ROOT);
        if (code != null && !code.matches("[A-Z]{3}")) {
            throw new Fault("bom.currency-unknown", code);
        }
        return code;
    }

    private Stock stock(DesignModule root) {
        return stockFile == null
                ? DesignSupplies.stock(root)
                : StockReader.read(stockFile.toString(), BomFiles.read(stockFile));
    }

    private LocalDate day() {
        try {
            return on == null
                    ? LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC)
                    : LocalDate.parse(on);
        } catch (DateTimeException _) {
            throw new Fault("bom.date-unknown", String.valueOf(on));
        }
    }
}
