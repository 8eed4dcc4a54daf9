package org.commonwright.workbench.machines;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.commonwright.machine.Session;
import org.commonwright.workbench.machines.bench.Bench;
import org.commonwright.workbench.machines.bench.MachinePage;
import org.commonwright.workbench.machines.bench.PageKind;
import org.commonwright.workbench.machines.keys.KeyMap;
import org.commonwright.workbench.machines.keys.KeysPane;
import org.commonwright.workbench.machines.pad.PadButtons;
import org.commonwright.workbench.machines.pad.PadButtonsPane;
import org.commonwright.workbench.text.Controls;

/// The page on which keys and the buttons of a gamepad get what they do.
record KeyPages(KeyMap keys, PadButtons buttons, Controls controls) implements PageKind {
    static final String ID = "keys";

    @Override
    public Optional<MachinePage> page(Session session, Bench bench, ObservableValue<Boolean> off) {
        var pad = new PadButtonsPane(buttons, controls);
        return Optional.of(new MachinePage(ID, "keys.title", new KeysPane(keys, controls, pad.node()).node())
                .whenShown(pad::shown));
    }
}
