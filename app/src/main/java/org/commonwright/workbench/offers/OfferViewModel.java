package org.commonwright.workbench.offers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.bom.read.NewOffer;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.fix.OfferFixes;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// One offer while it is written down: for which part, by whom, at which prices. After it is written, the next part without an offer
/// is proposed, and supplier and currency stay.
public final class OfferViewModel {
    private final Consumer<Fix> make;
    private final ObservableList<String> parts = FXCollections.observableArrayList();
    private final ObservableList<Step> prices = FXCollections.observableArrayList(
            step -> new StringProperty[]{step.from(), step.price()});
    private final StringProperty part = new SimpleStringProperty("");
    private final StringProperty supplier = new SimpleStringProperty("");
    private final StringProperty sku = new SimpleStringProperty("");
    private final StringProperty unit = new SimpleStringProperty("");
    private final StringProperty currency = new SimpleStringProperty("");
    private final StringProperty pack = new SimpleStringProperty("");
    private final StringProperty leadTime = new SimpleStringProperty("");
    private final StringProperty link = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable RepoPath> file = new ReadOnlyObjectWrapper<>();
    private final ObservableValue<Optional<Messages.Key>> wrong;
    private String day = "";

    /// One price, from a quantity on.
    public record Step(StringProperty from, StringProperty price) {
        Step() {
            this(new SimpleStringProperty(""), new SimpleStringProperty(""));
        }
    }

    /// @param make writes, as a step that can be taken back
    public OfferViewModel(Consumer<Fix> make) {
        this.make = make;
        prices.add(new Step());
        this.wrong = Bindings.createObjectBinding(this::findWrong, part, supplier, sku, unit, currency, pack, leadTime,
                link, prices, file);
    }

    /// Begins an offer.
    ///
    /// @param into the file that it goes into
    /// @param offered the part; empty to choose one of those without
    /// @param today as `2026-03-01`
    /// @param usual the currency of most offers; empty when there is none
    public void open(RepoPath into, String offered, String today, String usual) {
        file.set(into);
        day = today;
        if (currency.get().isBlank()) {
            currency.set(usual);
        }
        clear();
        part.set(offered.isEmpty() && !parts.isEmpty() ? parts.getFirst() : offered);
    }

    /// The parts that nobody offers.
    public ObservableList<String> parts() {
        return parts;
    }

    /// The part that is offered.
    public StringProperty part() {
        return part;
    }

    StringProperty supplier() {
        return supplier;
    }

    StringProperty sku() {
        return sku;
    }

    StringProperty unit() {
        return unit;
    }

    StringProperty currency() {
        return currency;
    }

    StringProperty pack() {
        return pack;
    }

    StringProperty leadTime() {
        return leadTime;
    }

    StringProperty link() {
        return link;
    }

    ObservableList<Step> prices() {
        return prices;
    }

    ReadOnlyObjectProperty<@Nullable RepoPath> file() {
        return file.getReadOnlyProperty();
    }

    /// What keeps the offer from being written; empty when nothing does.
    ObservableValue<Optional<Messages.Key>> wrong() {
        return wrong;
    }

    void addPrice() {
        prices.add(new Step());
    }

    /// Writes the offer, and proposes the next part.
    void write() {
        RepoPath into = file.get();
        if (into == null || wrong.getValue().isPresent()) {
            return;
        }
        make.accept(OfferFixes.add(into, rows()));
        String written = part.get();
        clear();
        part.set(parts.stream().filter(p -> !p.equals(written)).findFirst().orElse(""));
    }

    private void clear() {
        prices.setAll(List.of(new Step()));
        sku.set("");
        unit.set("");
        pack.set("");
        link.set("");
    }

    private List<NewOffer> rows() {
        NewOffer first = new NewOffer(part.get(), supplier.get(), sku.get(), "", unit.get(), "", currency.get(),
                pack.get(), leadTime.get(), day, link.get());
        List<NewOffer> rows = new ArrayList<>();
        for (Step step : prices) {
            if (!step.from().get().isBlank() || !step.price().get().isBlank() || prices.size() == 1) {
                rows.add(first.at(step.from().get(), step.price().get()));
            }
        }
        return rows;
    }

    private Optional<Messages.Key> findWrong() {
        List<NewOffer> rows = rows();
        if (rows.isEmpty()) {
            return Optional.of(Messages.Key.of("bom.offer-no-price"));
        }
        return rows.stream().map(NewOffer::wrong).flatMap(Optional::stream).findFirst();
    }
}
