package org.commonwright.workbench.machines.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.host.HostAddress.Software;
import org.commonwright.machine.host.HostAddress;
import org.commonwright.machine.host.HostBook;
import org.commonwright.machine.host.HostMachine;
import org.commonwright.machine.host.practice.PracticeHost;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The hosts that are connected.
public final class HostsViewModel {
    private final HostBook book;
    private final Tasks tasks;
    private final Executor window;
    private final Notices notices;
    private final ObservableList<HostViewModel> connected = FXCollections.observableArrayList();
    private final List<PracticeHost> practice = new CopyOnWriteArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable HostAddress> wantsKey = new ReadOnlyObjectWrapper<>();

    public HostsViewModel(HostBook book, Tasks tasks, Executor window, Notices notices) {
        this.book = book;
        this.tasks = tasks;
        this.window = window;
        this.notices = notices;
    }

    public ObservableList<HostViewModel> connected() {
        return connected;
    }

    /// The host that a key is to be given for; null for none.
    ReadOnlyObjectProperty<@Nullable HostAddress> wantsKey() {
        return wantsKey.getReadOnlyProperty();
    }

    /// Connects in the background, with the key that was kept.
    ///
    /// @param text as of [HostAddress#parse]
    public void connect(String text) {
        try {
            HostAddress address = HostAddress.parse(text.strip());
            if (connected.stream().noneMatch(host -> host.title().equals(address.toString()))) {
                connect(address, null);
            }
        } catch (Fault fault) {
            notices.fault(fault);
        }
    }

    /// Starts a host of software in this program and connects it; it is not remembered, and ends with the connection.
    ///
    /// @param seconds what each program takes there
    public void practise(Software software, double seconds) {
        tasks.submit(Messages.Key.of("practice.opening"), progress -> {
            PracticeHost host = PracticeHost.start(software, 0, "", seconds);
            boolean connects = false;
            try {
                HostMachine machine = HostMachine.connect(host.address(), "", progress);
                practice.add(host);
                connects = true;
                return machine;
            } finally {
                if (!connects) {
                    host.close();
                }
            }
        }, Outcome.<HostMachine>of(machine -> connected.add(new HostViewModel(machine, tasks, window, notices)),
                notices::fault));
    }

    /// Tries a key that was typed, for the host that wanted one; a good one is kept.
    void give(String typed) {
        HostAddress address = wantsKey.get();
        if (address != null) {
            try {
                connect(address, HostBook.checked(typed));
                wantsKey.set(null);
            } catch (Fault fault) {
                notices.fault(fault);
            }
        }
    }

    void giveNone() {
        wantsKey.set(null);
    }

    private void connect(HostAddress address, @Nullable String typed) {
        tasks.submit(Messages.Key.of("hosts.connecting", address.toString()), progress -> {
            String key = typed == null ? book.key(address).orElse("") : typed;
            HostMachine machine = HostMachine.connect(address, key, progress);
            book.remember(address, key);
            return machine;
        }, Outcome.<HostMachine>of(machine -> connected.add(new HostViewModel(machine, tasks, window, notices)),
                fault -> {
                    notices.fault(fault);
                    if (fault.code().equals("hosts.key-refused")) {
                        wantsKey.set(address);
                    }
                }));
    }

    public void disconnect(HostViewModel host) {
        connected.remove(host);
        host.close();
        practice.stream().filter(own -> own.address().toString().equals(host.title())).forEach(PracticeHost::close);
    }

    /// Stops all of them at once. Never asks.
    public void stopAll() {
        connected.forEach(HostViewModel::emergencyStop);
    }

    /// What their machines do goes on.
    public void close() {
        List.copyOf(connected).forEach(this::disconnect);
        practice.forEach(PracticeHost::close);
    }
}
