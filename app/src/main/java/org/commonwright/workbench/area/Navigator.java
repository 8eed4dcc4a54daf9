package org.commonwright.workbench.area;

import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/// Leads from anywhere to an area.
public interface Navigator {
    /// The id of the area in sight.
    ReadOnlyStringProperty current();

    /// Shows an area and what it should select.
    ///
    /// @throws IllegalArgumentException when there is no area of that id
    void goTo(String area, @Nullable Selection selection);

    default void goTo(String area) {
        goTo(area, null);
    }
}
