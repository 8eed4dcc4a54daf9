package org.commonwright.workbench.machines;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Port;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.machine.link.TcpLink;
import org.commonwright.task.Pause;
import org.commonwright.task.Progress;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.Tasks;
import org.commonwright.task.Work;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;

/// A machine whose plug was pulled is connected again when it is plugged in, under whichever name: its USB serial number tells; one
/// on the network, as soon as it takes connections again. What
/// it was doing is never begun again by this. Lives on the window's thread.
final class Reconnecting {
    private static final int LOOK_MS = 500;
    private static final int MOST = 4;
    private static final long WITHIN = 60_000_000_000L;
    /// Looks after which a device that was never seen to be gone is there again.
    private static final int STAYS = 4;

    private final Supplier<List<SerialPorts.Info>> lister;
    private final MachinesViewModel model;
    private final Tasks tasks;
    private final Notices notices;
    private final Map<MachineViewModel, TaskHandle> looking = new HashMap<>();
    private final Set<MachineViewModel> followed = new HashSet<>();
    private final Returns returns;
    private final int lookMillis;

    /// @param tasks for work that is not worth a line in the status bar
    Reconnecting(Supplier<List<SerialPorts.Info>> lister, MachinesViewModel model, Tasks tasks, Notices notices) {
        this(lister, model, tasks, notices, new Returns(MOST, WITHIN), LOOK_MS);
    }

    /// @param returns how often a device may come back
    /// @param lookMillis between two looks whether it is there
    Reconnecting(Supplier<List<SerialPorts.Info>> lister, MachinesViewModel model, Tasks tasks, Notices notices,
            Returns returns, int lookMillis) {
        this.returns = returns;
        this.lookMillis = lookMillis;
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
        switch (Port.parse(machine.name())) {
            case Port.Tcp(String host, int port) ->
                whenLost(machine, progress -> awaitThere(machine, host, port, progress));
            case Port.Telnet(String host, int port, int _) ->
                whenLost(machine, progress -> awaitThere(machine, host, port, progress));
            case Port.Serial _ -> followUsb(machine);
            case Port.Usb _,Port.Virtual _,Port.Hosted _ -> {
            }
        }
    }

    private void followUsb(MachineViewModel machine) {
        tasks.submit(Messages.Key.of("machines.listing"),
                _ -> lister.get().stream().filter(info -> info.path().equals(machine.name())
                        && !info.serial().isEmpty()).map(SerialPorts.Info::serial).findFirst(),
                Outcome.<Optional<String>>of(serial -> serial.ifPresent(known -> whenLost(machine,
                        progress -> awaitBack(lister, machine.name(), known, lookMillis, progress))), notices::fault));
    }

    private void whenLost(MachineViewModel machine, Work<String> look) {
        followed.add(machine);
        machine.lost().subscribe(lost -> {
            if (lost != null && model.connected().contains(machine)) {
                look(machine, look);
            }
        });
    }

    /// Whether a machine that is lost now would be looked for.
    boolean isFollowed(MachineViewModel machine) {
        return followed.contains(machine);
    }

    private void forget(MachineViewModel machine) {
        followed.remove(machine);
        TaskHandle task = looking.remove(machine);
        if (task != null) {
            task.cancel();
        }
    }

    private void look(MachineViewModel machine, Work<String> look) {
        looking.put(machine, tasks.submit(Messages.Key.of("machines.listing"), look, Outcome.of(path -> {
            int often = returns.again(machine.title(), System.nanoTime());
            if (often > 0) {
                notices.warn("ports.comes-and-goes", machine.title(), often);
                return;
            }
            notices.say(path.contains("://") ? "ports.reachable" : "ports.back", machine.title(), path);
            model.reconnect(machine, path);
        }, notices::fault)));
    }

    private String awaitThere(MachineViewModel machine, String host, int port, Progress progress)
            throws InterruptedException {
        do {
            Pause.millis(lookMillis, progress);
        } while (!TcpLink.isReachable(host, port));
        return machine.name();
    }

    /// A device that is still listed under its old name for a moment after it went is not taken for one that is back; one that stays
    /// listed was away for less than a look takes, as when a board is reset.
    static String awaitBack(Supplier<List<SerialPorts.Info>> lister, String before, String serial, int lookMillis,
            Progress progress) throws InterruptedException {
        boolean gone = false;
        for (int looks = 1;; looks++) {
            progress.check();
            Optional<String> now = lister.get().stream().filter(info -> info.serial().equals(serial))
                    .map(SerialPorts.Info::path).findFirst();
            gone |= now.isEmpty() || !now.get().equals(before) || looks > STAYS;
            // The system gives a new device to its group a moment after it is there.
            Pause.millis(lookMillis, progress);
            if (now.isPresent() && gone) {
                return now.get();
            }
        }
    }
}
