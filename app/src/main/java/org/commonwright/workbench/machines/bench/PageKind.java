package org.commonwright.workbench.machines.bench;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.commonwright.machine.Session;

/// A kind of page that a machine may have. Whoever adds one names it where the area puts its view together.
@FunctionalInterface
public interface PageKind {
    /// @param off while nothing may be asked: the machine is taken, or gone
    /// @return empty for a machine to which such a page says nothing
    Optional<MachinePage> page(Session session, Bench bench, ObservableValue<Boolean> off);
}
