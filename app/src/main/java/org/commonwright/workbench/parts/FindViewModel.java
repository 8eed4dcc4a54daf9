package org.commonwright.workbench.parts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CellSearch;
import org.commonwright.bom.edit.CellValue;
import org.commonwright.bom.edit.Edit;
import org.commonwright.i18n.Messages;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.parts.ChosenCells.Place;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// Finding and replacing in the bill of materials, among the lines in sight and in the order in sight.
final class FindViewModel {
    /// No particular column.
    static final int ALL_COLUMNS = -1;

    private final BomEditing editing;
    private final Notices notices;
    private final Loader<Hits> hits;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty with = new SimpleStringProperty("");
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final BooleanProperty whole = new SimpleBooleanProperty();
    private final BooleanProperty onlyChosen = new SimpleBooleanProperty();
    private final IntegerProperty column = new SimpleIntegerProperty(ALL_COLUMNS);
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(-1);
    private Supplier<int @Nullable []> order = () -> null;
    private Supplier<List<Place>> chosen = List::of;
    private Set<Place> among = Set.of();
    private Runnable typed = () -> {};
    private boolean anew;

    FindViewModel(BomEditing editing, Tasks quiet, Notices notices) {
        this.editing = editing;
        this.notices = notices;
        this.hits = new Loader<>(quiet);
        onlyChosen.subscribe(only -> among = only ? new HashSet<>(chosen.get()) : Set.of());
        open.subscribe((_, _) -> search());
        text.subscribe((_, _) -> {
            at.set(-1);
            anew = true;
            search();
        });
        matchCase.subscribe((_, _) -> search());
        whole.subscribe((_, _) -> search());
        onlyChosen.subscribe((_, _) -> search());
        column.subscribe((_, _) -> search());
        editing.steps().subscribe((_, _) -> search());
        editing.columns().subscribe((_, _) -> {
            column.set(ALL_COLUMNS);
            onlyChosen.set(false);
        });
        hits.state().subscribe(state -> at.set(state instanceof Loaded.Ready<Hits>(Hits found)
                ? Math.min(Math.max(at.get(), -1), found.size() - 1)
                : -1));
        hits.state().subscribe(state -> {
            if (anew && state instanceof Loaded.Ready<Hits>) {
                anew = false;
                typed.run();
            }
        });
    }

    /// Called each time something else was typed and the cells that have it are known.
    void whenTyped(Runnable found) {
        typed = found;
    }

    /// @param newOrder the lines in sight, in order; null for all in the order of the file
    /// @param newChosen the chosen cells
    void over(Supplier<int @Nullable []> newOrder, Supplier<List<Place>> newChosen) {
        order = newOrder;
        chosen = newChosen;
        search();
    }

    /// Whether the bar is shown.
    BooleanProperty open() {
        return open;
    }

    StringProperty text() {
        return text;
    }

    StringProperty with() {
        return with;
    }

    BooleanProperty matchCase() {
        return matchCase;
    }

    BooleanProperty whole() {
        return whole;
    }

    /// Only among the cells that were chosen when this was turned on.
    BooleanProperty onlyChosen() {
        return onlyChosen;
    }

    /// Only in this column of the file, from 0, or [#ALL_COLUMNS].
    IntegerProperty column() {
        return column;
    }

    /// The cells that have it.
    Loader<Hits> hits() {
        return hits;
    }

    /// Which of them was gone to last, from 0; -1 for none.
    ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    /// Goes to the next or the one before; behind the last comes the first.
    ///
    /// @return where it is; null when there is none
    @Nullable
    Place go(int by) {
        Hits found = hits.value();
        if (found == null || found.size() == 0) {
            return null;
        }
        int to = at.get() < 0 ? nearest(found, by) : at.get() + by;
        at.set(Math.floorMod(to, found.size()));
        return found.get(at.get());
    }

    /// Replaces in the cell that was gone to last.
    void replace() {
        Hits found = hits.value();
        BomDocument document = editing.document();
        if (found != null && document != null && at.get() >= 0 && at.get() < found.size()) {
            Place place = found.get(at.get());
            String after = search(document).replaced(document.cell(place.line(), place.column()), with.get());
            at.set(at.get() - 1);
            editing.setAll("parts.step-replace", List.of(new CellValue(place.line(), place.column(), after)));
        }
    }

    /// Replaces in every cell that has it, as one step, and says in how many.
    void replaceAll() {
        CellSearch.Scope scope = scope();
        int[] lines = order.get();
        Set<Integer> inSight = new HashSet<>();
        for (int i = 0; lines != null && i < lines.length; i++) {
            inSight.add(lines[i]);
        }
        String put = with.get();
        int[] count = {0};
        editing.large(document -> {
            List<CellValue> cells = search(document).replaceAll(document,
                    (line, at) -> (lines == null || inSight.contains(line)) && scope.has(line, at), put);
            count[0] = cells.size();
            return new Edit.SetCells(Messages.Key.of("bom.step-replace", cells.size(), put), cells);
        }, () -> notices.say("parts.replaced", count[0]));
    }

    /// Looks anew: among other lines, or in another order.
    void search() {
        BomDocument document = editing.document();
        CellSearch search = document == null || !open.get() ? null : search(document);
        if (document == null || search == null || search.isNothing()) {
            hits.clear();
            return;
        }
        CellSearch.Scope scope = scope();
        int[] lines = order.get();
        hits.load(Messages.Key.of("parts.finding"), true,
                progress -> Hits.of(document, search, scope, lines, progress));
    }

    private CellSearch search(BomDocument document) {
        return new CellSearch(text.get(), matchCase.get(), whole.get());
    }

    private CellSearch.Scope scope() {
        int only = column.get();
        Set<Place> cells = among;
        boolean chosenOnly = onlyChosen.get();
        return (line, at) -> (only == ALL_COLUMNS || only == at)
                && (!chosenOnly || cells.contains(new Place(line, at)));
    }

    /// The first one that is not before the chosen cell; or the last one before it.
    private int nearest(Hits found, int by) {
        List<Place> now = chosen.get();
        int first = now.isEmpty() || onlyChosen.get() ? 0 : found.notBefore(now.getFirst());
        return by > 0 ? first : first - 1;
    }
}
