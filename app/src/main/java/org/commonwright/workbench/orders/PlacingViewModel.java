package org.commonwright.workbench.orders;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.commonwright.design.DesignReader.Design;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.JobDesk;
import org.commonwright.fabrication.order.Draft;
import org.commonwright.fabrication.order.Order;
import org.commonwright.fabrication.order.Ordering;
import org.commonwright.i18n.Messages;
import org.commonwright.licence.Use;
import org.commonwright.licence.UserKind;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.ModuleChoice;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// An order before it is placed: what is wanted, and what it comes to. What is placed is exactly what was shown.
public final class PlacingViewModel {
    private final AppFolders folders;
    private final Tasks tasks;
    private final Notices notices;
    private final InstantSource clock;
    private final Runnable placed;
    private final Loader<Offer> offer;
    private final ObjectProperty<RepoPath> module = new SimpleObjectProperty<>(RepoPath.ROOT);
    private final IntegerProperty quantity = new SimpleIntegerProperty(1);
    private final ObjectProperty<UserKind> kind = new SimpleObjectProperty<>(UserKind.PERSON);
    private final BooleanProperty contributor = new SimpleBooleanProperty(false);
    private final ObjectProperty<Use> use = new SimpleObjectProperty<>(Use.MAKE);
    private final StringProperty feeAgreed = new SimpleStringProperty("");
    private final StringProperty need = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LocalDate> due = new SimpleObjectProperty<>();
    private final ObservableValue<Optional<Messages.Key>> blocked;
    private @Nullable OpenDesign open;

    /// @param placed called after an order was placed
    public PlacingViewModel(AppFolders folders, Tasks tasks, Notices notices, InstantSource clock, Runnable placed) {
        this.folders = folders;
        this.tasks = tasks;
        this.notices = notices;
        this.clock = clock;
        this.placed = placed;
        this.offer = new Loader<>(tasks);
        this.blocked = Bindings.createObjectBinding(this::obstacle, offer.state(), feeAgreed, module, quantity, kind,
                contributor, use);
        for (ObservableValue<?> part : List.of(module, quantity, kind, contributor, use)) {
            part.subscribe((_, _) -> plan());
        }
    }

    Loader<Offer> offer() {
        return offer;
    }

    ObjectProperty<RepoPath> module() {
        return module;
    }

    IntegerProperty quantity() {
        return quantity;
    }

    /// Who orders.
    ObjectProperty<UserKind> kind() {
        return kind;
    }

    BooleanProperty contributor() {
        return contributor;
    }

    /// What for.
    ObjectProperty<Use> use() {
        return use;
    }

    /// Reference of the agreement on a fee, where the licence asks one.
    StringProperty feeAgreed() {
        return feeAgreed;
    }

    StringProperty need() {
        return need;
    }

    ObjectProperty<@Nullable LocalDate> due() {
        return due;
    }

    /// Why it cannot be placed now; empty when it can.
    ObservableValue<Optional<Messages.Key>> blocked() {
        return blocked;
    }

    boolean isOpen() {
        return open != null;
    }

    void load(@Nullable OpenDesign next) {
        boolean other = next == null || open == null || !open.folder().equals(next.folder());
        open = next;
        if (other) {
            offer.clear();
            if (!module.get().isRoot()) {
                module.set(RepoPath.ROOT);
                return;
            }
        }
        plan();
    }

    /// Works out what the order comes to.
    void plan() {
        OpenDesign of = open;
        if (of == null) {
            return;
        }
        Wish wanted = wish();
        offer.load(Messages.Key.of("orders.planning", wanted.quantity(), of.name()), true, watch -> {
            try (JobDesk desk = JobDesk.open(of.folder(), folders, clock)) {
                Design design = desk.design("HEAD");
                Draft draft = Draft.of(design, wanted.module().text(), wanted.quantity(), wanted.user(), wanted.use(),
                        watch);
                return new Offer(wanted, draft, desk.workshop(), desk.hasChanges(), ModuleChoice.of(design.tree()));
            }
        });
    }

    /// Records the order that is shown, and its jobs.
    void place() {
        OpenDesign of = open;
        Offer shown = offer.value();
        if (of == null || shown == null || blocked.getValue().isPresent()) {
            return;
        }
        LocalDate wanted = due.get();
        String day = wanted == null ? "" : wanted.toString();
        String why = need.get().strip();
        String fee = feeAgreed.get().strip();
        Draft draft = shown.draft();
        tasks.submit(Messages.Key.of("orders.placing", draft.quantity(), draft.design()), _ -> {
            try (JobDesk desk = JobDesk.open(of.folder(), folders, clock)) {
                Order order = Order.of(new Ordering(desk.agent(), desk.now(), desk.home(), why, day,
                        shown.wish().user(), shown.wish().use(), fee), draft);
                desk.place(order);
                return order;
            }
        }, Outcome.<Order>of(order -> {
            notices.say("orders.placed", order.record().id().substring(0, 8), order.jobs().size(),
                    order.record().home());
            feeAgreed.set("");
            placed.run();
        }, notices::fault));
    }

    private Wish wish() {
        return new Wish(module.get(), quantity.get(), kind.get(), contributor.get(), use.get());
    }

    private Optional<Messages.Key> obstacle() {
        return switch (offer.state().get()) {
            case Loaded.Nothing<Offer> _ -> Optional
                    .of(Messages.Key.of(open == null ? "orders.nothing-planned" : "orders.still-planning"));
            case Loaded.Loading<Offer> _ -> Optional.of(Messages.Key.of("orders.still-planning"));
            case Loaded.Failed<Offer>(Fault fault) -> Optional.of(new Messages.Key(fault.code(), fault.arguments()));
            case Loaded.Ready<Offer>(Offer shown) -> shown.wish().equals(wish())
                    ? Order.obstacle(shown.draft(), feeAgreed.get())
                    : Optional.of(Messages.Key.of("orders.still-planning"));
        };
    }
}
