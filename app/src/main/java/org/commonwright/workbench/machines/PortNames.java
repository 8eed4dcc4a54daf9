package org.commonwright.workbench.machines;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.ListCell;
import org.commonwright.machine.link.PortName;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.machine.link.UsbBoards;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// The serial ports that were listed last, and what a person calls them. Listed on a task's thread, shown on the window's.
final class PortNames implements Supplier<List<String>> {
    private final Supplier<List<SerialPorts.Info>> lister;
    /// Made with the first list: where boards are named is read from a file.
    private volatile @Nullable PortName names;
    private final Map<String, SerialPorts.Info> listed = new ConcurrentHashMap<>();

    PortNames(Supplier<List<SerialPorts.Info>> lister) {
        this.lister = lister;
    }

    /// Lists them anew.
    @Override
    public List<String> get() {
        if (names == null) {
            names = new PortName(UsbBoards.known());
        }
        Map<String, SerialPorts.Info> now = lister.get().stream()
                .collect(Collectors.toMap(SerialPorts.Info::path, info -> info, (a, _) -> a));
        listed.keySet().retainAll(now.keySet());
        listed.putAll(now);
        return now.keySet().stream().sorted().toList();
    }

    /// A line of the box of ports: the port, and the board at it where one is known.
    ListCell<String> cell(Controls controls) {
        return new ListCell<>() {
            @Override
            protected void updateItem(String port, boolean empty) {
                super.updateItem(port, empty);
                SerialPorts.Info info = empty || port == null ? null : listed.get(port);
                PortName known = names;
                setText(empty || port == null
                        ? null
                        : info == null || known == null
                                ? port
                                : port + " · " + known.sentence(info, controls.texts().messages().get()));
            }
        };
    }
}
