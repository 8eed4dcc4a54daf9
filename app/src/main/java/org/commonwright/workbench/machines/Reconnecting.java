package org.commonwright.workbench.machines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.task.Progress;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;

/// A machine whose plug was pulled is connected again when it is plugged in, under whichever name: its USB serial number tells. What
/// it was doing is never begun again by this. Lives on the window's thread.
final class Reconnecting {
    private static final int LOOK_MS = 500;

    private final Supplier<List<SerialPorts.Info>> lister;
    private final MachinesViewModel model;
    private final Tasks tasks;
    private final Notices notices;
    private final Map<MachineViewModel, TaskHandle> looking = new HashMap<>();

    /// @param tasks for work that is not worth a line in the status bar
    Reconnecting(Supplier<List<SerialPorts.Info>> lister, MachinesViewModel model, Tasks tasks, Notices notices) {
        this.lister = lister;
        this.model = model;
        this.tasks = tasks;
        this.notices = notices;
        model.connected().addListener((ListChangeListener<MachineViewModel>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(this::forget);
                change.getAddedSubList().forEach(this::follow);
            }
        });
    }

    /// Notes the serial number while the machine is there.
    private void follow(MachineViewModel machine) {
        tasks.submit(Messages.Key.of("machines.listing"),
                _ -> lister.get().stream().filter(info -> info.path().equals(machine.name())
                        && !info.serial().isEmpty()).map(SerialPorts.Info::serial).findFirst(),
                Outcome.<Optional<String>>of(serial -> serial.ifPresent(known -> machine.lost().subscribe(lost -> {
                    if (lost != null && model.connected().contains(machine)) {
                        look(machine, known);
                    }
                })), notices::fault));
    }

    private void forget(MachineViewModel machine) {
        TaskHandle task = looking.remove(machine);
        if (task != null) {
            task.cancel();
        }
    }

    private void look(MachineViewModel machine, String serial) {
        looking.put(machine, tasks.submit(Messages.Key.of("machines.listing"),
                progress -> awaitBack(machine.name(), serial, progress), Outcome.of(path -> {
                    notices.say("ports.back", machine.title(), path);
                    model.disconnect(machine);
                    model.connect(path);
                }, notices::fault)));
    }

    /// A device that is still listed under its old name for a moment after it went is not taken for one that is back.
    private String awaitBack(String before, String serial, Progress progress) throws InterruptedException {
        boolean gone = false;
        while (true) {
            progress.check();
            Optional<String> now = lister.get().stream().filter(info -> info.serial().equals(serial))
                    .map(SerialPorts.Info::path).findFirst();
            gone |= now.isEmpty() || !now.get().equals(before);
            // The system gives a new device to its group a moment after it is there.
            Thread.sleep(LOOK_MS);
            if (now.isPresent() && gone) {
                return now.get();
            }
        }
    }
}
