package org.commonwright.workbench.parts;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.commonwright.bom.rollup.Build;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.shop.Basket;
import org.commonwright.bom.shop.ShoppingList;
import org.commonwright.bom.supply.Stock;
import org.commonwright.design.DesignBoms;
import org.commonwright.workbench.tasks.Outcome;
import org.commonwright.design.history.CellHistory;
import org.commonwright.design.history.CellChange;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.DesignSupplies;
import org.commonwright.design.ModuleBom;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// The parts of the open design: its modules, the bill of materials of one, and the roll-up of N.
public final class PartsViewModel {
    private final AppFolders folders;
    private final Tasks tasks;
    private final Notices notices;
    private final CurrentDesign current;
    private final InstantSource clock;
    private final BomEditing editing = new BomEditing();
    private final Loader<Opened> design;
    private final Loader<RollupResult> rollup;
    private final Loader<List<Basket>> baskets;
    private final ReadOnlyObjectWrapper<@Nullable DesignModule> module = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty quantity = new SimpleIntegerProperty(1);
    private final StringProperty currency = new SimpleStringProperty("");
    private final BooleanProperty stock = new SimpleBooleanProperty(false);
    private final Set<RepoPath> told = new HashSet<>();
    private boolean inPlace = true;
    private @Nullable OpenDesign open;
    private @Nullable Workspace workspace;

    /// The design and the repositories that its modules are read from, which stay open as long as it is shown.
    record Opened(DesignModule root, Workspace workspace) {}

    public PartsViewModel(AppFolders folders, Tasks tasks, Notices notices, CurrentDesign current,
            InstantSource clock) {
        this.folders = folders;
        this.tasks = tasks;
        this.notices = notices;
        this.current = current;
        this.clock = clock;
        this.design = new Loader<>(tasks);
        this.rollup = new Loader<>(tasks);
        this.baskets = new Loader<>(tasks);
        rollup.state().subscribe(state -> {
            if (state instanceof Loaded.Ready<RollupResult>(RollupResult result)) {
                baskets.load(Messages.Key.of("parts.shopping"), _ -> ShoppingList.of(result).baskets());
            } else {
                baskets.clear();
            }
        });
        design.state().subscribe(state -> {
            if (state instanceof Loaded.Ready<Opened>(Opened(DesignModule root, Workspace store))) {
                closeWorkspace();
                workspace = store;
                select(sameAsBefore(root));
            }
        });
        quantity.subscribe((_, _) -> rollUp());
        currency.subscribe((_, _) -> rollUp());
        stock.subscribe((_, _) -> rollUp());
    }

    /// The root of the module tree.
    Loader<Opened> design() {
        return design;
    }

    BomEditing editing() {
        return editing;
    }

    Loader<RollupResult> rollup() {
        return rollup;
    }

    /// What remains to buy from each supplier.
    Loader<List<Basket>> baskets() {
        return baskets;
    }

    /// The module whose parts are shown.
    ReadOnlyObjectProperty<@Nullable DesignModule> module() {
        return module.getReadOnlyProperty();
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

    /// Follows the open design.
    void load(@Nullable OpenDesign next) {
        if (next == null) {
            open = null;
            editing.forgetAll();
            design.clear();
            rollup.clear();
            module.set(null);
            return;
        }
        if (open != null && !open.folder().equals(next.folder())) {
            editing.forgetAll();
            module.set(null);
        }
        open = next;
        design.load(Messages.Key.of("parts.reading", next.name()), true, _ -> {
            var store = new Workspace(folders.workspace());
            try {
                return new Opened(new DesignReader(store).read(next.folder()).tree().root(), store);
            } catch (Fault fault) {
                store.close();
                throw fault;
            }
        });
    }

    /// Gives the repositories back.
    void close() {
        closeWorkspace();
    }

    /// Shows another module.
    void select(DesignModule chosen) {
        module.set(chosen);
        RepoPath bom = chosen.bom();
        if (bom == null) {
            editing.clear();
        } else {
            try {
                DesignBoms.Shown shown = DesignBoms.shown(chosen, bom);
                inPlace = shown.inPlace();
                editing.show(bom, shown.document());
                if (!inPlace && told.add(chosen.path())) {
                    notices.say("parts.read-only-format", bom.fileName());
                }
            } catch (Fault fault) {
                editing.clear();
                notices.fault(fault);
            }
        }
        rollUp();
    }

    /// Looks up who set a cell of the shown bill, as it was last committed.
    ///
    /// @param told hears the changes, the newest first; none for a cell that is not committed
    void history(int line, int column, Consumer<List<CellChange>> told) {
        OpenDesign of = open;
        DesignModule shown = module.get();
        BomDocument document = editing.document();
        if (of == null || shown == null || shown.bom() == null || document == null || !shown.source().own()) {
            return;
        }
        RepoPath bom = shown.bom();
        tasks.submit(Messages.Key.of("parts.history"), progress -> {
            try (GitRepository repository = GitRepository.open(of.folder())) {
                Optional<CommitId> head = repository.head();
                if (head.isEmpty()) {
                    return List.<CellChange>of();
                }
                String inside = repository.folder().toAbsolutePath().normalize()
                        .relativize(of.folder().toAbsolutePath().normalize()).toString().replace('\\', '/');
                RepoPath file = inside.isEmpty() ? bom : new RepoPath(inside + "/" + bom.text());
                try (var history = new CellHistory(repository, head.get(), progress)) {
                    return history.of(document, head.get(), file, line, column);
                }
            }
        }, Outcome.of(told, notices::fault));
    }

    /// Whether the shown bill may be edited: it is this design's own, not one pinned from another repository, and a separated
    /// table.
    boolean isEditable() {
        DesignModule shown = module.get();
        return shown != null && shown.source().own() && shown.bom() != null && inPlace;
    }

    void rollUp() {
        DesignModule shown = module.get();
        if (shown == null) {
            rollup.clear();
            return;
        }
        int n = quantity.get();
        String code = currency.get().isBlank() ? null : currency.get();
        boolean fromStock = stock.get();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        rollup.load(Messages.Key.of("parts.rolling-up", shown.name(), n), true,
                _ -> Rollup.of(ModuleBom.of(shown), new Build(n, code, today,
                        fromStock ? DesignSupplies.stock(shown) : Stock.NONE, DesignSupplies.rates(shown))));
    }

    /// Writes what remains to buy, one file for each supplier.
    void shop(Path folder) {
        RollupResult result = rollup.value();
        if (result == null) {
            return;
        }
        tasks.submit(Messages.Key.of("parts.shopping"), _ -> ShoppingList.of(result).write(folder).size(),
                new TaskListener<Integer>() {
                    @Override
                    public void done(Integer files) {
                        notices.say("parts.shopping-written", files, folder.toString());
                    }

                    @Override
                    public void failed(Fault fault) {
                        notices.fault(fault);
                    }
                });
    }

    /// Saves every changed bill of materials.
    ///
    /// @return whether everything is on disk
    boolean save() {
        OpenDesign of = open;
        if (of == null) {
            return false;
        }
        try {
            editing.saveAll(of.folder());
            current.changed();
            return true;
        } catch (Fault fault) {
            notices.fault(fault);
            return false;
        }
    }

    /// Saves, then commits the changed bills of materials.
    void commit(String message) {
        OpenDesign of = open;
        if (of == null || message.isBlank() || !save()) {
            return;
        }
        tasks.submit(Messages.Key.of("parts.committing"), _ -> commit(of.folder(), message),
                new TaskListener<CommitId>() {
                    @Override
                    public void done(CommitId commit) {
                        notices.say("parts.committed", commit.abbreviated());
                        current.changed();
                    }

                    @Override
                    public void failed(Fault fault) {
                        notices.fault(fault);
                    }
                });
    }

    private CommitId commit(Path folder, String message) {
        try (GitRepository repository = GitRepository.open(folder)) {
            Person person = repository.configuredPerson().orElseThrow(() -> new Fault("parts.no-person"));
            List<RepoPath> changed = repository.workTree().status().changed().stream()
                    .filter(path -> path.fileName().endsWith(".csv")).toList();
            return repository.workTree().commit(message.strip(), person, clock.instant(), changed, Optional.empty());
        }
    }

    private void closeWorkspace() {
        if (workspace != null) {
            workspace.close();
            workspace = null;
        }
    }

    private DesignModule sameAsBefore(DesignModule root) {
        DesignModule before = module.get();
        return before == null ? root : find(root, before).orElse(root);
    }

    private static Optional<DesignModule> find(DesignModule root, DesignModule wanted) {
        var todo = new ArrayDeque<DesignModule>(List.of(root));
        var seen = new HashSet<DesignModule>();
        while (!todo.isEmpty()) {
            DesignModule at = todo.pop();
            if (at.path().equals(wanted.path()) && at.source().repository().equals(wanted.source().repository())) {
                return Optional.of(at);
            }
            if (seen.add(at)) {
                at.modules().forEach(todo::push);
            }
        }
        return Optional.empty();
    }
}
