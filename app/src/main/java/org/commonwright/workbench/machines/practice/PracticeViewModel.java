package org.commonwright.workbench.machines.practice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.commonwright.machine.Port;
import org.commonwright.machine.virtual.FaultPlan;

/// What machine a person practises on: its kind, the pace of its time, and what goes wrong.
public final class PracticeViewModel {
    /// Soon enough to be seen, and after the machine has said what it is.
    private static final int FIRST = 40;

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.GRBL);
    private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(Pace.REAL);
    private final ObservableSet<FaultPlan.Kind> chosen = FXCollections.observableSet();
    private final Map<FaultPlan.Kind, IntegerProperty> at = new EnumMap<>(FaultPlan.Kind.class);

    /// What can be practised on.
    public enum Kind {
        GRBL, MARLIN, OCTOPRINT, MOONRAKER;

        /// A host keeps the faults of its own cable to itself.
        public boolean isHost() {
            return this == OCTOPRINT || this == MOONRAKER;
        }
    }

    /// How its time passes.
    public enum Pace {
        REAL(1), FAST(20), INSTANT(0);

        private final double speed;

        Pace(double speed) {
            this.speed = speed;
        }

        /// 0 for no waiting.
        public double speed() {
            return speed;
        }
    }

    public PracticeViewModel() {
        for (FaultPlan.Kind fault : FaultPlan.Kind.values()) {
            at.put(fault, new SimpleIntegerProperty(FIRST));
        }
    }

    public ObjectProperty<Kind> kind() {
        return kind;
    }

    public ObjectProperty<Pace> pace() {
        return pace;
    }

    public ObservableSet<FaultPlan.Kind> chosen() {
        return chosen;
    }

    /// The answer at which a fault happens, from 1.
    public IntegerProperty at(FaultPlan.Kind fault) {
        return at.get(fault);
    }

    /// The port as it is written everywhere.
    public ObservableValue<String> port() {
        List<Observable> parts = new ArrayList<>(at.values());
        parts.addAll(List.of(kind, pace, chosen));
        return Bindings.createStringBinding(this::text, parts.toArray(Observable[]::new));
    }

    private String text() {
        if (kind.get().isHost()) {
            return kind.get() == Kind.OCTOPRINT ? "octoprint+http://127.0.0.1:PORT" : "moonraker+http://127.0.0.1:PORT";
        }
        var firmware = kind.get() == Kind.GRBL ? Port.Virtual.Kind.GRBL : Port.Virtual.Kind.MARLIN;
        return new Port.Virtual(firmware, pace.get().speed(), chosen.stream().sorted()
                .map(fault -> fault.name().toLowerCase(Locale.ROOT) + "@" + at(fault).get()).toList())
                .toString();
    }
}
