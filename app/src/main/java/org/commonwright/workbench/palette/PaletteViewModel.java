package org.commonwright.workbench.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.text.Texts;

/// What the palette finds for what was typed.
public final class PaletteViewModel {
    /// What is found only by its menu comes after what is found by its name.
    private static final int LATER = 1000;
    private static final int MOST = 100;

    private final Actions actions;
    private final Texts texts;
    private final PaletteSources sources;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty(0);
    private List<PaletteEntry> all = List.of();

    public PaletteViewModel(Actions actions, PaletteSources sources, Texts texts) {
        this.actions = actions;
        this.sources = sources;
        this.texts = texts;
        query.subscribe(this::search);
    }

    public BooleanProperty open() {
        return open;
    }

    public StringProperty query() {
        return query;
    }

    public ObservableList<PaletteEntry> found() {
        return found;
    }

    public IntegerProperty selected() {
        return selected;
    }

    public void show() {
        List<PaletteEntry> entries = new ArrayList<>();
        actions.all().forEach(action -> entries.add(entry(action)));
        entries.addAll(sources.entries());
        all = entries;
        query.set("");
        search();
        open.set(true);
    }

    public void hide() {
        open.set(false);
    }

    /// Moves the selection, around the ends.
    public void move(int by) {
        if (!found.isEmpty()) {
            selected.set(Math.floorMod(selected.get() + by, found.size()));
        }
    }

    /// Does what is selected, unless it is blocked; then the palette stays open and shows the reason.
    public void run() {
        int at = selected.get();
        if (at >= 0 && at < found.size() && found.get(at).blocked().isEmpty()) {
            Runnable chosen = found.get(at).run();
            hide();
            chosen.run();
        }
    }

    private PaletteEntry entry(Action action) {
        return new PaletteEntry(action.icon(), texts.now(action.title()), texts.now(action.group().key()),
                action.shortcutText(), action.blocked().getValue(), action::fire);
    }

    private void search() {
        record Scored(PaletteEntry entry, int score) {}
        List<Scored> fitting = new ArrayList<>();
        for (PaletteEntry entry : all) {
            score(query.get(), entry).ifPresent(points -> fitting.add(new Scored(entry, points)));
        }
        // What can be done now comes first among equals.
        fitting.sort(Comparator.comparingInt(Scored::score).reversed()
                .thenComparing(scored -> scored.entry().blocked().isPresent()));
        found.setAll(fitting.stream().limit(MOST).map(Scored::entry).toList());
        selected.set(0);
    }

    /// Its name, or with less weight the menu's name before it: `publish` finds all that this menu holds.
    private static OptionalInt score(String query, PaletteEntry entry) {
        OptionalInt byName = Fuzzy.score(query, entry.name());
        if (byName.isPresent()) {
            return byName;
        }
        OptionalInt withMenu = Fuzzy.score(query, entry.detail() + " " + entry.name());
        return withMenu.isPresent() ? OptionalInt.of(withMenu.getAsInt() - LATER) : withMenu;
    }
}
