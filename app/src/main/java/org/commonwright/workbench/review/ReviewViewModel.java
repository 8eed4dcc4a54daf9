package org.commonwright.workbench.review;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.ProposalState;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.MergeDesk;
import org.commonwright.review.MergeWork;
import org.commonwright.review.Resolution;
import org.commonwright.review.ReviewDesk;
import org.commonwright.review.card.Card;
import org.commonwright.review.card.Hit;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.review.forks.ForkNames;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// Forks and proposals of the open design, the chosen one, and the decisions about its conflicts.
public final class ReviewViewModel {
    private final Tasks tasks;
    private final Notices notices;
    private final CurrentDesign current;
    private final ReviewReading reading;
    private final Loader<ReviewList> items;
    private final Loader<Shown> shown;
    private final ObservableMap<MergeConflict, Resolution> choices = FXCollections.observableHashMap();
    private final IntegerProperty quantity = new SimpleIntegerProperty(1);
    private final ReadOnlyObjectWrapper<@Nullable ReviewItem> chosen = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty sideBySide = new SimpleBooleanProperty();
    private final Map<String, Map<MergeConflict, Resolution>> decided = new HashMap<>();
    private final ReadOnlyBooleanWrapper many = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper acting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper seeking = new ReadOnlyIntegerWrapper();
    private @Nullable OpenDesign open;
    /// The id of a proposal that is to be shown once it is listed.
    private @Nullable String awaited;
    private Optional<CommitId> main = Optional.empty();
    private @Nullable TaskHandle asking;

    public ReviewViewModel(AppFolders folders, Tasks tasks, Notices notices, CurrentDesign current,
            InstantSource clock) {
        this.tasks = tasks;
        this.notices = notices;
        this.current = current;
        this.reading = new ReviewReading(folders, clock);
        this.items = new Loader<>(tasks);
        this.shown = new Loader<>(tasks);
        quantity.subscribe((_, _) -> reload());
        items.state().subscribe(this::follow);
        shown.state().subscribe(() -> {
            Shown now = shown.value();
            if (now != null) {
                // What was decided about commits that were replaced meanwhile decides nothing.
                choices.keySet().retainAll(Set.copyOf(now.conflicts()));
            }
        });
    }

    /// Shows a proposal as soon as it is listed.
    void await(String proposal) {
        awaited = proposal;
    }

    /// What is shown may have been decided, offered, or be open again.
    private void follow() {
        ReviewItem before = chosen.get();
        ReviewList found = items.value();
        if (found == null) {
            return;
        }
        Optional<ReviewItem> come = found.items().stream()
                .filter(item -> item instanceof ReviewItem.Proposed(var state) && state.id().equals(awaited))
                .findFirst();
        if (come.isPresent()) {
            awaited = null;
            choose(come.get());
            sideBySide.set(false);
        } else if (before != null) {
            Optional<ReviewItem> now = found.items().stream().filter(item -> item.cameOf(before)).findFirst();
            if (now.isPresent() && !now.get().equals(before)) {
                choose(now.get());
            } else if (!main.equals(found.main())) {
                // The rules, and what a merge would ask, are those of the branch that went on or was taken back.
                reload();
            }
        }
        main = found.main();
    }

    Loader<ReviewList> items() {
        return items;
    }

    Loader<Shown> shown() {
        return shown;
    }

    ReadOnlyObjectProperty<@Nullable ReviewItem> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether something is being done that changes the repository.
    ReadOnlyBooleanProperty acting() {
        return acting.getReadOnlyProperty();
    }

    /// How often somebody asked for the next conflict.
    ReadOnlyIntegerProperty seeking() {
        return seeking.getReadOnlyProperty();
    }

    /// To the next conflict that is left to decide.
    void seekConflict() {
        seeking.set(seeking.get() + 1);
    }

    /// What was decided about the conflicts of the shown proposal.
    ObservableMap<MergeConflict, Resolution> choices() {
        return choices;
    }

    /// Whether the table of all forks is shown instead of the review of one.
    BooleanProperty sideBySide() {
        return sideBySide;
    }

    /// How many designs the cost is for.
    IntegerProperty quantity() {
        return quantity;
    }

    void load(@Nullable OpenDesign next) {
        load(next, new ForkNames());
    }

    /// @param names of the forks, which another page may read at the same time
    void load(@Nullable OpenDesign next, ForkNames names) {
        if (next == null) {
            open = null;
            items.clear();
            shown.clear();
            chosen.set(null);
            return;
        }
        if (open != null && !open.folder().equals(next.folder())) {
            choose(null);
        }
        open = next;
        items.load(Messages.Key.of("reviews.listing", next.name()), true,
                watch -> reading.list(next.folder(), names, watch));
    }

    /// Shows what an item means. What was decided about its conflicts before is still decided when one comes back to it.
    void choose(@Nullable ReviewItem item) {
        ReviewItem before = chosen.get();
        if (before instanceof ReviewItem.Proposed(ProposalState state)) {
            decided.put(state.id(), Map.copyOf(choices));
        }
        choices.clear();
        if (item instanceof ReviewItem.Proposed(ProposalState state)) {
            boolean settled = before != null && item.isAbout(before) && !(item.isOpen() && before.isOpen());
            choices.putAll(settled ? Map.of() : decided.getOrDefault(state.id(), Map.of()));
        }
        chosen.set(item);
        reload();
    }

    void decide(MergeConflict conflict, Resolution resolution) {
        choices.put(conflict, resolution);
    }

    /// Decides whatever is left to decide, the same way.
    void decideRest(Resolution resolution) {
        Shown now = shown.value();
        if (now != null) {
            var rest = new HashMap<MergeConflict, Resolution>();
            now.conflicts().stream().filter(conflict -> !choices.containsKey(conflict))
                    .forEach(conflict -> rest.put(conflict, resolution));
            together(() -> choices.putAll(rest));
        }
    }

    /// Takes every decision about the conflicts back. Nothing was written yet.
    void startOver() {
        together(choices::clear);
    }

    /// Many decisions at once. Whoever follows each of them waits for [#manyAtOnce] to be over, and looks once.
    private void together(Runnable decisions) {
        many.set(true);
        decisions.run();
        many.set(false);
    }

    /// Whether many decisions are being made or taken back; each is heard of, and only after the last is it worth looking.
    ReadOnlyBooleanProperty manyAtOnce() {
        return many.getReadOnlyProperty();
    }

    /// Merges the shown proposal with the decisions made.
    void accept(String reason) {
        if (chosen.get() instanceof ReviewItem.Proposed(ProposalState state)) {
            var decided = Map.copyOf(choices);
            actWatched(Messages.Key.of("reviews.accepting", state.proposal().title()), (desk, watch) -> {
                MergeDesk merges = desk.merges(reading.cache(), watch);
                MergeWork work = merges.prepare(state, watch);
                CommitId merge = merges.accept(state, work, decided, reason);
                return Messages.Key.of("reviews.accepted", state.proposal().title(), merge.abbreviated());
            }, () -> {});
        }
    }

    void decline(String reason) {
        if (chosen.get() instanceof ReviewItem.Proposed(ProposalState state)) {
            act(Messages.Key.of("reviews.declining", state.proposal().title()), desk -> {
                desk.merges().decline(state, reason);
                return Messages.Key.of("reviews.declined", state.proposal().title());
            });
        }
    }

    /// Offers the chosen branch to the branch that it is compared with.
    void propose(String title, String text, String impact) {
        OpenDesign of = open;
        if (of != null && chosen.get() instanceof ReviewItem.Branch(ForkTip tip, _, String into)) {
            act(Messages.Key.of("reviews.proposing", tip.name()), desk -> {
                try (GitRepository repository = GitRepository.open(of.folder())) {
                    String target = into != null
                            ? into
                            : repository.currentBranch().orElseThrow(() -> new Fault("reviews.no-branch"));
                    desk.propose(title, text, impact, tip.ref(), target);
                }
                return Messages.Key.of("reviews.proposed", title);
            });
        }
    }

    private void reload() {
        stopAsking();
        ReviewItem item = chosen.get();
        OpenDesign of = open;
        if (item == null || of == null) {
            shown.clear();
            return;
        }
        int n = quantity.get();
        Shown before = shown.value();
        shown.load(Messages.Key.of("reviews.comparing", title(item)), before != null && item.isAbout(before.item()),
                watch -> reading.show(of.folder(), item, n, watch));
    }

    static String title(ReviewItem item) {
        return switch (item) {
            case ReviewItem.Proposed(ProposalState state) -> state.proposal().title();
            case ReviewItem.Branch(ForkTip tip, _, _) -> tip.title();
        };
    }

    /// Asks in the background who uses in other designs what a change touches, unless something else is shown meanwhile.
    void elsewhere(Card card, Consumer<List<Hit>> told) {
        stopAsking();
        asking = tasks.submit(Messages.Key.of("consequence.asking-elsewhere"), watch -> reading.elsewhere(card, watch),
                new TaskListener<List<Hit>>() {
                    @Override
                    public void done(List<Hit> hits) {
                        told.accept(hits);
                    }

                    @Override
                    public void failed(Fault fault) {
                        notices.fault(fault);
                    }
                });
    }

    private void stopAsking() {
        TaskHandle running = asking;
        if (running != null) {
            running.cancel();
            asking = null;
        }
    }

    /// Something that changes the repository.
    @FunctionalInterface
    interface Act {
        Messages.Key run(ReviewDesk desk);
    }

    /// As [#act], for what leaves the list as it is: what was shown is shown again, with what has been done.
    ///
    /// @param done once it is recorded
    void stay(Messages.Key title, Act what, Runnable done) {
        act(title, what, () -> {
            done.run();
            reload();
        });
    }

    /// What was shown stays shown, as what became of it.
    void act(Messages.Key title, Act what) {
        act(title, what, () -> {});
    }

    private void act(Messages.Key title, Act what, Runnable then) {
        actWatched(title, (desk, _) -> what.run(desk), then);
    }

    private void actWatched(Messages.Key title, BiFunction<ReviewDesk, Progress, Messages.Key> what, Runnable then) {
        OpenDesign of = open;
        if (of == null) {
            return;
        }
        acting.set(true);
        tasks.submit(title, watch -> reading.desk(of.folder(), desk -> what.apply(desk, watch)),
                new TaskListener<Messages.Key>() {
                    @Override
                    public void done(Messages.Key said) {
                        acting.set(false);
                        notices.say(said.key(), said.arguments().toArray());
                        then.run();
                        current.changed();
                    }

                    @Override
                    public void failed(Fault fault) {
                        acting.set(false);
                        notices.fault(fault);
                    }

                    @Override
                    public void cancelled() {
                        acting.set(false);
                    }
                });
    }
}
