package org.commonwright.workbench.machines.printer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.MachineListener;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.Heaters;
import org.commonwright.machine.printer.Material;
import org.commonwright.machine.printer.PrinterControl;
import org.commonwright.machine.printer.TemperatureHistory;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.PrinterState;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.Tasks;
import org.commonwright.task.Work;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;

/// One printer as its pages show it. Lives on the window's thread; what the session says is handed over to it.
public final class PrinterViewModel {
    private static final String SECTION = "materials";

    private final Session session;
    private final PrinterControl control;
    private final Tasks tasks;
    private final Notices notices;
    private final SettingsFile settings;
    private final InstantSource clock;
    private final TemperatureHistory history = new TemperatureHistory();
    private final ReadOnlyObjectWrapper<List<Temperature>> temperatures = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<PrinterState> state = new ReadOnlyObjectWrapper<>(PrinterState.NOTHING);
    private final ReadOnlyDoubleWrapper shift = new ReadOnlyDoubleWrapper();
    private final ReadOnlyLongWrapper readings = new ReadOnlyLongWrapper();
    private final ObservableList<Material> materials = FXCollections.observableArrayList();
    private final Heard heard;
    private boolean closed;

    /// @param settings keep the materials
    public PrinterViewModel(Session session, Tasks tasks, Executor window, Notices notices, SettingsFile settings,
            InstantSource clock) {
        this.session = session;
        this.control = new PrinterControl(session);
        this.tasks = tasks;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
        materials.setAll(Material.read(settings.section(SECTION)));
        heard = new Heard(window);
        session.addListener(heard);
        heard.show(session.status());
        state.set(session.printer());
    }

    /// Each heater once; empty while the machine has told none.
    public ReadOnlyObjectProperty<List<Temperature>> temperatures() {
        return temperatures.getReadOnlyProperty();
    }

    public TemperatureHistory history() {
        return history;
    }

    /// Grows with each reading of the history.
    public ReadOnlyLongProperty readings() {
        return readings.getReadOnlyProperty();
    }

    /// What it asks, tells and prints of its own.
    public ReadOnlyObjectProperty<PrinterState> state() {
        return state.getReadOnlyProperty();
    }

    public ObservableList<Material> materials() {
        return materials;
    }

    /// Whether the firmware says that it can.
    public boolean can(String capability) {
        return control.can(capability);
    }

    /// Keeps these materials for all printers.
    /// Says why what was typed is not taken.
    void refuse(Messages.Key why) {
        notices.warn(why.key(), why.arguments().toArray());
    }

    public void keep(List<Material> changed) {
        materials.setAll(changed);
        settings.put(SECTION, Material.toJson(changed));
    }

    /// @param typed a number as the reader writes it
    void target(String heater, double celsius) {
        now(() -> control.target(heater, celsius));
    }

    /// Sets every heater that the machine has to what suits the material; a chamber that does not matter is left alone.
    void heat(Material material) {
        now(() -> temperatures.get().stream().map(Temperature::heater)
                .filter(heater -> !heater.equals("C") || material.chamber() > 0)
                .forEach(heater -> control.target(heater, material.target(heater))));
    }

    public void coolDown() {
        now(control::coolDown);
    }

    void fan(double percent) {
        now(() -> control.fan(percent));
    }

    void feed(double percent) {
        now(() -> control.feed(percent));
    }

    void flow(double percent) {
        now(() -> control.flow(percent));
    }

    void babystep(double mm) {
        now(() -> {
            control.babystep(mm);
            shift.set(shift.get() + mm);
        });
    }

    /// By how much the nozzle was shifted from here since the printer was connected, in mm.
    ReadOnlyDoubleProperty shift() {
        return shift.getReadOnlyProperty();
    }

    void changeFilament() {
        now(control::changeFilament);
    }

    public void goOn() {
        now(control::goOn);
    }

    /// @param choice from 0
    public void answer(int choice) {
        now(() -> control.answer(choice));
    }

    void motorsOff() {
        now(control::motorsOff);
    }

    void extrude(double mm, double speed) {
        later(Messages.Key.of(mm < 0 ? "printer.retracting" : "printer.extruding"), watch -> {
            control.extrude(mm, speed, watch);
            return mm;
        });
    }

    void level() {
        later(Messages.Key.of("printer.levelling"), watch -> {
            control.level(watch);
            notices.say("printer.levelled");
            return true;
        });
    }

    /// Writes the whole history of temperatures.
    void saveCsv(Path file) {
        var text = new StringBuilder();
        try {
            history.csv(text);
        } catch (IOException e) {
            throw new IllegalStateException("a StringBuilder takes everything", e);
        }
        save(file, () -> text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @param bytes made away from the window's thread
    void save(Path file, Supplier<byte[]> bytes) {
        tasks.submit(Messages.Key.of("printer.saving", String.valueOf(file.getFileName())), _ -> {
            AtomicFiles.replace(file, bytes.get());
            return file;
        }, Outcome.of(saved -> notices.say("printer.saved", saved), notices::fault));
    }

    private void now(Runnable what) {
        try {
            what.run();
        } catch (Fault fault) {
            notices.fault(fault);
        }
    }

    private <T> void later(Messages.Key title, Work<T> work) {
        tasks.submit(title, work, Outcome.of(_ -> {}, notices::fault));
    }

    /// Hears no more of the session.
    public void close() {
        closed = true;
        session.removeListener(heard);
    }

    private final class Heard implements MachineListener {
        private final Executor window;
        private List<Temperature> last = List.of();

        Heard(Executor window) {
            this.window = window;
        }

        @Override
        public void status(MachineStatus now) {
            long at = clock.millis();
            window.execute(() -> show(now, at));
        }

        @Override
        public void printer(PrinterState now) {
            window.execute(() -> {
                if (!closed) {
                    state.set(now);
                }
            });
        }

        void show(MachineStatus now) {
            show(now, clock.millis());
        }

        /// Places are reported with the temperatures of before.
        @SuppressWarnings("ReferenceEquality")
        private void show(MachineStatus now, long at) {
            if (!closed && now.temperatures() != last && !now.temperatures().isEmpty()) {
                last = now.temperatures();
                history.add(at, last);
                temperatures.set(Heaters.distinct(last));
                readings.set(readings.get() + 1);
            }
        }
    }
}
