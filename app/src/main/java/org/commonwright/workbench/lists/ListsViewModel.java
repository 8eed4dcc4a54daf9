package org.commonwright.workbench.lists;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleLists;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.fix.ListFixes;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The lists of one module, and what a person chooses among them.
public final class ListsViewModel {
    private final Loader<ModuleLists> lists;
    private final ObservableList<RepoPath> ticked = FXCollections.observableArrayList();
    private final Tasks tasks;
    private final Notices notices;
    private final Consumer<Fix> make;
    private @Nullable DesignModule module;

    /// @param make makes a choice, as a step that can be taken back
    public ListsViewModel(Tasks tasks, Notices notices, Consumer<Fix> make) {
        this.lists = new Loader<>(tasks);
        this.tasks = tasks;
        this.notices = notices;
        this.make = make;
    }

    /// Shows the lists of a module, as they are now.
    public void open(DesignModule shown) {
        if (shown == module) {
            return;
        }
        boolean same = module != null && module.path().equals(shown.path()) && module.lists().equals(shown.lists());
        module = shown;
        if (!same) {
            ticked.setAll(shown.lists().addUp() ? shown.lists().files() : List.of());
        }
        again();
    }

    void again() {
        DesignModule shown = module;
        if (shown != null) {
            lists.load(Messages.Key.of("lists.reading", shown.name()), true, _ -> ModuleLists.of(shown));
        }
    }

    ReadOnlyObjectProperty<Loaded<ModuleLists>> lists() {
        return lists.state();
    }

    /// The lists that are to add up.
    ObservableList<RepoPath> ticked() {
        return ticked;
    }

    /// Makes one list count, and no other.
    void use(RepoPath file) {
        choose(List.of(file));
    }

    /// Makes the ticked lists count together.
    void useTicked() {
        choose(ticked.stream().sorted().toList());
    }

    /// Makes no list count.
    void useNone() {
        choose(List.of());
    }

    private void choose(List<RepoPath> files) {
        made(shown -> Optional.of(ListFixes.choose(shown, files)));
    }

    /// Lets the rule decide again.
    void forget() {
        made(ListFixes::forget);
    }

    /// The lists are read first, so that none is chosen that cannot be.
    private void made(Function<DesignModule, Optional<Fix>> fix) {
        DesignModule shown = module;
        if (shown != null) {
            tasks.submit(Messages.Key.of("lists.reading", shown.name()), _ -> fix.apply(shown),
                    Outcome.of(made -> made.ifPresent(make), notices::fault));
        }
    }
}
