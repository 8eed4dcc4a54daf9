package org.commonwright.workbench.parts;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.commonwright.bom.rollup.Build;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.shop.Basket;
import org.commonwright.bom.shop.ShoppingList;
import org.commonwright.bom.supply.Stock;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignSupplies;
import org.commonwright.design.ModuleBom;
import org.commonwright.i18n.Messages;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// What N of the shown module need, and what of that remains to buy.
final class PartsRollup {
    private final Tasks tasks;
    private final Notices notices;
    private final InstantSource clock;
    private final ObservableValue<@Nullable DesignModule> module;
    private final Loader<RollupResult> result;
    private final Loader<List<Basket>> baskets;
    private final IntegerProperty quantity = new SimpleIntegerProperty(1);
    private final StringProperty currency = new SimpleStringProperty("");
    private final BooleanProperty stock = new SimpleBooleanProperty(false);

    /// @param module the module to add up; a new one, also after its files changed, is added up anew
    PartsRollup(Tasks tasks, Notices notices, InstantSource clock, ObservableValue<@Nullable DesignModule> module) {
        this.tasks = tasks;
        this.notices = notices;
        this.clock = clock;
        this.module = module;
        this.result = new Loader<>(tasks);
        this.baskets = new Loader<>(tasks);
        result.state().subscribe(state -> {
            if (state instanceof Loaded.Ready<RollupResult>(RollupResult added)) {
                baskets.load(Messages.Key.of("parts.shopping"), _ -> ShoppingList.of(added).baskets());
            } else {
                baskets.clear();
            }
        });
        module.subscribe(_ -> addUp());
        quantity.subscribe((_, _) -> addUp());
        currency.subscribe((_, _) -> addUp());
        stock.subscribe((_, _) -> addUp());
    }

    Loader<RollupResult> result() {
        return result;
    }

    /// What remains to buy from each supplier.
    Loader<List<Basket>> baskets() {
        return baskets;
    }

    /// How many the roll-up is for.
    IntegerProperty quantity() {
        return quantity;
    }

    /// ISO 4217, or empty for the currency of most offers.
    StringProperty currency() {
        return currency;
    }

    /// Whether what `stock.csv` says is used first.
    BooleanProperty stock() {
        return stock;
    }

    /// Writes what remains to buy, one file for each supplier.
    void shop(Path folder) {
        RollupResult added = result.value();
        if (added != null) {
            tasks.submit(Messages.Key.of("parts.shopping"), _ -> ShoppingList.of(added).write(folder).size(),
                    Outcome.of(files -> notices.say("parts.shopping-written", files, folder.toString()),
                            notices::fault));
        }
    }

    private void addUp() {
        DesignModule shown = module.getValue();
        if (shown == null) {
            result.clear();
            return;
        }
        int n = quantity.get();
        String code = currency.get().isBlank() ? null : currency.get();
        boolean fromStock = stock.get();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        result.load(Messages.Key.of("parts.rolling-up", shown.name(), n), true,
                _ -> Rollup.of(ModuleBom.of(shown), new Build(n, code, today,
                        fromStock ? DesignSupplies.stock(shown) : Stock.NONE, DesignSupplies.rates(shown))));
    }
}
