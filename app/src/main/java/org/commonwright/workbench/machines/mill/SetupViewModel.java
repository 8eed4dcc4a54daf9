package org.commonwright.workbench.machines.mill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Session;
import org.commonwright.machine.mill.Axis;
import org.commonwright.machine.mill.ParserState;
import org.commonwright.machine.mill.Probing;
import org.commonwright.machine.mill.WorkCoordinates;
import org.commonwright.machine.mill.WorkSystems;
import org.commonwright.machine.protocol.Position;
import org.commonwright.task.Progress;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// A mill's zeros, its tool length, its probe and its modes. What is changed is read again from the machine.
final class SetupViewModel {
    private final Session session;
    private final WorkCoordinates coordinates;
    private final Tasks tasks;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<@Nullable WorkSystems> systems = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ParserState> modes = new ReadOnlyObjectWrapper<>(new ParserState(List.of()));
    private final ReadOnlyObjectWrapper<Probing.@Nullable Found> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> asking = new ReadOnlyObjectWrapper<>(false);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    /// A system, a place that is kept, or the shift.
    ///
    /// @param at in the machine's coordinates, for the shift a way
    record Row(String name, Position at, boolean active) {
        boolean isSystem() {
            return name.startsWith("G5");
        }

        boolean isPlace() {
            return name.equals("G28") || name.equals("G30");
        }
    }

    /// One step of talking to the machine.
    @FunctionalInterface
    private interface Step {
        void run(Progress progress) throws InterruptedException;
    }

    /// What the machine says of itself.
    private record Read(WorkSystems systems, ParserState modes) {}

    SetupViewModel(Session session, Tasks tasks, Notices notices) {
        this.session = session;
        this.coordinates = new WorkCoordinates(session);
        this.tasks = tasks;
        this.notices = notices;
    }

    /// Null until they were read.
    ReadOnlyObjectProperty<@Nullable WorkSystems> systems() {
        return systems.getReadOnlyProperty();
    }

    ObservableList<Row> rows() {
        return rows;
    }

    /// No words until they were read.
    ReadOnlyObjectProperty<ParserState> modes() {
        return modes.getReadOnlyProperty();
    }

    /// What the last probing came to; null before.
    ReadOnlyObjectProperty<Probing.@Nullable Found> found() {
        return found.getReadOnlyProperty();
    }

    /// While the machine is being asked, or probes.
    ReadOnlyObjectProperty<Boolean> asking() {
        return asking.getReadOnlyProperty();
    }

    void read() {
        change("grbl.reading", _ -> {});
    }

    void select(String system) {
        change("grbl.setting", progress -> coordinates.select(system, progress));
    }

    /// Calls the place of the tool these coordinates of the active system.
    void set(Map<Axis, Double> here) {
        change("grbl.setting", progress -> coordinates.set(here, progress));
    }

    void shift(Map<Axis, Double> here) {
        change("grbl.setting", progress -> coordinates.shift(here, progress));
    }

    void clearShift() {
        change("grbl.setting", coordinates::clearShift);
    }

    void toolLength(double mm) {
        change("grbl.setting", progress -> coordinates.toolLength(mm, progress));
    }

    void clearToolLength() {
        change("grbl.setting", coordinates::clearToolLength);
    }

    /// Keeps the tool's place as `G28` or `G30`.
    void keep(String place) {
        change("grbl.setting", progress -> coordinates.keepPlace(place, progress));
    }

    void goToZero(List<Axis> axes) {
        begin("grbl.going", progress -> coordinates.goToZero(axes, progress), false);
    }

    void goTo(Position place, List<Axis> axes) {
        begin("grbl.going", progress -> coordinates.goToPlace(place, axes, progress), false);
    }

    void probe(Probing.Task what) {
        found.set(null);
        if (!asking.get()) {
            asking.set(true);
            tasks.submit(Messages.Key.of("grbl.probing"),
                    progress -> new Probing(session).probe(what, progress),
                    Outcome.<Probing.Found>of(this::probed, fault -> {
                        asking.set(false);
                        notices.fault(fault);
                    }).whenCancelled(this::stopped));
        }
    }

    private void probed(Probing.Found result) {
        asking.set(false);
        found.set(result);
        if (result.contact().found()) {
            read();
        }
    }

    /// Whoever cancels wants it to stand.
    private void stopped() {
        asking.set(false);
        session.abort();
    }

    private void change(String title, Step step) {
        begin(title, step, true);
    }

    private void begin(String title, Step step, boolean readAfter) {
        if (asking.get()) {
            return;
        }
        asking.set(true);
        tasks.submit(Messages.Key.of(title), progress -> {
            step.run(progress);
            List<Read> read = new ArrayList<>();
            if (readAfter) {
                read.add(new Read(coordinates.read(progress), coordinates.modes(progress)));
            }
            return read;
        }, Outcome.<List<Read>>of(read -> {
            asking.set(false);
            read.forEach(this::show);
        }, fault -> {
            asking.set(false);
            notices.fault(fault);
        }).whenCancelled(() -> asking.set(false)));
    }

    private void show(Read read) {
        WorkSystems now = read.systems();
        systems.set(now);
        modes.set(read.modes());
        List<Row> all = new ArrayList<>();
        now.systems().forEach((name, zero) -> all.add(new Row(name, zero, name.equals(now.active()))));
        now.places().forEach((name, place) -> all.add(new Row(name, place, false)));
        all.add(new Row("G92", now.shift(), false));
        rows.setAll(all);
        if (now.blank() > 0) {
            notices.warn("grbl.says-blank", now.blank());
        }
    }
}
