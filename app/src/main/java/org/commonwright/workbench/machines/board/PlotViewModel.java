package org.commonwright.workbench.machines.board;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.arduino.PlotData;
import org.commonwright.raster.Image;
import org.commonwright.raster.Png;
import org.commonwright.workbench.tasks.Outcome;

/// Which part of a board's curves is shown, and which of them.
final class PlotViewModel {
    private static final double USUAL = 500;
    private static final double NARROWEST = 10;

    private final PlotData data;
    private final BoardServices services;
    private final ObservableList<Curve> curves = FXCollections.observableArrayList();
    private final BooleanProperty follows = new SimpleBooleanProperty(true);
    private final ReadOnlyDoubleWrapper from = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyDoubleWrapper to = new ReadOnlyDoubleWrapper(USUAL);
    private final ReadOnlyLongWrapper places = new ReadOnlyLongWrapper();
    private boolean all;

    /// One curve of the legend.
    ///
    /// @param number of its colour
    record Curve(String name, int number, BooleanProperty shown) {}

    PlotViewModel(PlotData data, BoardServices services) {
        this.data = data;
        this.services = services;
    }

    PlotData data() {
        return data;
    }

    ObservableList<Curve> curves() {
        return curves;
    }

    /// Whether the newest stays in sight.
    BooleanProperty follows() {
        return follows;
    }

    /// The first place in sight: lines with numbers, counted from 0.
    ReadOnlyDoubleProperty from() {
        return from.getReadOnlyProperty();
    }

    /// The place where the sight ends.
    ReadOnlyDoubleProperty to() {
        return to.getReadOnlyProperty();
    }

    /// How many lines with numbers there were.
    ReadOnlyLongProperty places() {
        return places.getReadOnlyProperty();
    }

    void refresh() {
        List<String> names = data.names();
        if (names.size() < curves.size()) {
            curves.clear();
        }
        for (int i = curves.size(); i < names.size(); i++) {
            curves.add(new Curve(names.get(i), i, new SimpleBooleanProperty(true)));
        }
        places.set(data.counts().places());
        if (follows.get()) {
            double end = Math.max(places.get(), all ? NARROWEST : to.get() - from.get());
            show(all ? 0 : end - (to.get() - from.get()), end);
        }
    }

    boolean isShown(String name) {
        return curves.stream().filter(curve -> curve.name().equals(name)).allMatch(curve -> curve.shown().get());
    }

    /// Shows more or less around a point.
    ///
    /// @param factor below 1 for less
    /// @param point where in the picture, from 0 to 1; the newest stays in sight when it is followed
    void zoom(double factor, double point) {
        all = false;
        double fixed = follows.get() ? 1 : point;
        double width = to.get() - from.get();
        double now = Math.clamp(width * factor, NARROWEST, Math.max(NARROWEST, Math.max(places.get(), USUAL) * 1.1));
        double start = from.get() + (width - now) * fixed;
        show(start, start + now);
    }

    /// Moves the sight by a part of its width; back in time is negative.
    void pan(double part) {
        all = false;
        follows.set(false);
        double width = to.get() - from.get();
        double start = Math.clamp(from.get() + part * width, -width / 2, Math.max(0, places.get() - width / 2));
        show(start, start + width);
    }

    /// From the first to the newest.
    void showAll() {
        all = true;
        follows.set(true);
        refresh();
    }

    /// Follows the newest again, at the usual width.
    void showNewest() {
        all = false;
        follows.set(true);
        show(0, USUAL);
        refresh();
    }

    void clear() {
        data.clear();
        curves.clear();
        showNewest();
    }

    private void show(double start, double end) {
        from.set(start);
        to.set(end);
    }

    /// Writes the values that are kept as they are.
    void saveCsv(Path file) {
        save(file, () -> data.csv().getBytes(StandardCharsets.UTF_8));
    }

    void savePicture(Path file, Image picture) {
        save(file, () -> Png.encode(picture));
    }

    private void save(Path file, Supplier<byte[]> bytes) {
        String name = String.valueOf(file.getFileName());
        services.tasks().submit(Messages.Key.of("boards.saving", name), _ -> {
            AtomicFiles.replace(file, bytes.get());
            return data.firstExact();
        }, Outcome.<Long>of(first -> {
            if (first > 0 && name.endsWith(".csv")) {
                services.notices().say("boards.saved-newest", name, first + 1);
            } else {
                services.notices().say("boards.saved", name);
            }
        }, services.notices()::fault));
    }
}
