package org.commonwright.workbench.toolpath;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.commonwright.error.Fault;
import org.commonwright.gcode.Layers;
import org.commonwright.gcode.Toolpath;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Bounds;
import org.commonwright.raster.ColourBy;
import org.commonwright.raster.PathClasses;
import org.commonwright.raster.Section;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// What of a toolpath is shown and how: a range of layers, how far the top one has come, colours, a section, the move and the line
/// that are pointed at.
public final class PathViewModel {
    private final PathProgram program;
    private final Tasks tasks;
    private final IntegerProperty lower = new SimpleIntegerProperty();
    private final IntegerProperty upper = new SimpleIntegerProperty();
    private final IntegerProperty move = new SimpleIntegerProperty();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final IntegerProperty line = new SimpleIntegerProperty();
    private final BooleanProperty travel = new SimpleBooleanProperty();
    private final ObjectProperty<ColourBy> colourBy = new SimpleObjectProperty<>(ColourBy.KIND);
    private final ReadOnlyObjectWrapper<PathClasses> classes;
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty cut = new SimpleBooleanProperty();
    private final IntegerProperty axis = new SimpleIntegerProperty(2);
    private final DoubleProperty place = new SimpleDoubleProperty(0.5);

    /// @param tasks quiet ones, for what is worked out of millions of moves
    public PathViewModel(PathProgram program, Tasks tasks) {
        this.program = program;
        this.tasks = tasks;
        classes = new ReadOnlyObjectWrapper<>(of(ColourBy.KIND));
        upper.set(layers().count() - 1);
        move.set(program.model().moves() - 1);
        upper.subscribe((_, now) -> {
            lower.set(Math.min(lower.get(), now.intValue()));
            move.set(layers().end(now.intValue()) - 1);
        });
        lower.subscribe((_, now) -> upper.set(Math.max(upper.get(), now.intValue())));
        colourBy.subscribe((_, wanted) -> colour(wanted));
    }

    private PathClasses of(ColourBy by) {
        return PathClasses.of(by, program.file(), program.layers(), program.time());
    }

    private void colour(ColourBy wanted) {
        tasks.submit(Messages.Key.of("toolpath.colouring"), _ -> of(wanted), Outcome.of(made -> {
            if (made.by() == colourBy.get()) {
                classes.set(made);
            }
        }, fault::set));
    }

    public PathProgram program() {
        return program;
    }

    public Layers layers() {
        return program.layers();
    }

    /// The lowest layer that is shown, from 0.
    public IntegerProperty lower() {
        return lower;
    }

    /// The highest layer that is shown.
    public IntegerProperty upper() {
        return upper;
    }

    /// The move up to which the top layer is done.
    public IntegerProperty move() {
        return move;
    }

    /// The move that is pointed at; -1 for none.
    public IntegerProperty selected() {
        return selected;
    }

    /// The line that is pointed at; 0 for none.
    public IntegerProperty line() {
        return line;
    }

    /// Whether moves that neither cut nor lay down are shown.
    public BooleanProperty travel() {
        return travel;
    }

    public ObjectProperty<ColourBy> colourBy() {
        return colourBy;
    }

    /// What the moves are coloured by, worked out; a little behind [#colourBy].
    public ReadOnlyObjectProperty<PathClasses> classes() {
        return classes.getReadOnlyProperty();
    }

    /// Why the colours could not be worked out; null when they could.
    public ReadOnlyObjectProperty<@Nullable Fault> fault() {
        return fault.getReadOnlyProperty();
    }

    /// Whether a plane cuts away what is above it.
    public BooleanProperty cut() {
        return cut;
    }

    /// The axis that the plane is across, 0 to 2.
    public IntegerProperty axis() {
        return axis;
    }

    /// Where the plane is, 0 to 1 from one side of the path to the other.
    public DoubleProperty place() {
        return place;
    }

    /// Where the plane is, mm.
    public double cutAt() {
        Bounds box = program.box();
        double from = axis.get() == 0 ? box.minX() : axis.get() == 1 ? box.minY() : box.minZ();
        double size = axis.get() == 0 ? box.sizeX() : axis.get() == 1 ? box.sizeY() : box.sizeZ();
        return from + size * place.get();
    }

    public @Nullable Section section() {
        return cut.get() ? new Section(axis.get(), cutAt(), true) : null;
    }

    public int firstMove() {
        return layers().first(lower.get());
    }

    public int endMove() {
        return layers().end(upper.get());
    }

    /// Somebody pointed at a move in the picture.
    public void point(int at) {
        selected.set(at);
        line.set(at < 0 ? 0 : program.file().toolpath().line(at));
    }

    /// The path is shown as far as that move, and it is pointed at.
    public void goTo(int at) {
        upper.set(layers().of(at));
        move.set(at);
        point(at);
    }

    /// Somebody chose a line of the code: the path is shown as far as it.
    public void goToLine(int number) {
        Toolpath path = program.file().toolpath();
        int at = path.lastMoveAt(number);
        if (at >= 0) {
            upper.set(layers().of(at));
            move.set(at);
        }
        selected.set(at >= 0 && path.line(at) == number ? at : -1);
        line.set(number);
    }

    /// One layer up or down with the top of the range.
    public void step(int layersUp) {
        upper.set(Math.clamp((long) upper.get() + layersUp, lower.get(), layers().count() - 1));
    }

    /// Some moves on or back; over the end of a layer into the next one.
    public void advance(int moves) {
        int last = program.model().moves() - 1;
        if (last >= 0) {
            goTo(Math.clamp((long) move.get() + moves, 0, last));
        }
    }

    /// How long the program has run when the shown part is done, by the estimate.
    public Duration shownTime() {
        return Duration.ofMillis(Math.round(1000 * (move.get() >= program.model().moves() - 1
                ? program.time().seconds()
                : program.time().endOf(move.get()))));
    }

    /// How long a layer takes, by the estimate.
    public Duration layerTime(int layer) {
        return Duration.ofMillis(Math.round(1000 * (program.time().endOf(layers().end(layer) - 1)
                - program.time().endOf(layers().first(layer) - 1))));
    }
}
