package org.commonwright.workbench.area;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.action.Action;
import org.jspecify.annotations.Nullable;

/// The machines' places in the status bar, filled by the area Machines.
public final class MachineStatus {
    /// How a machine stands; the colour never says it alone, a sign and words do too.
    public enum Light {
        IDLE, RUNNING, ATTENTION, ALARM, OFFLINE
    }

    /// One connected machine.
    ///
    /// @param words its state, such as "idle" or "34 % 12 min"
    public record Slot(String name, ObservableValue<Light> light, ObservableValue<Messages.Key> words, Runnable open) {}

    private final ObservableList<Slot> slots = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Action> emergencyStop = new SimpleObjectProperty<>();

    public ObservableList<Slot> slots() {
        return slots;
    }

    /// Stops every machine. The big button is there while this is set: set it with the first connection, clear it with the
    /// last.
    public ObjectProperty<@Nullable Action> emergencyStop() {
        return emergencyStop;
    }
}
