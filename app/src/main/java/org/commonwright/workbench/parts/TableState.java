package org.commonwright.workbench.parts;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// How the table of the bill of materials stands, for what may be done with it.
final class TableState {
    private final BooleanProperty inFront = new SimpleBooleanProperty(false);
    private final BooleanProperty chosen = new SimpleBooleanProperty(false);

    /// Whether its tab is the one in front.
    BooleanProperty inFront() {
        return inFront;
    }

    /// Whether any cell is chosen.
    BooleanProperty chosen() {
        return chosen;
    }
}
