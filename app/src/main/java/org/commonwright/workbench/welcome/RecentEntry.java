package org.commonwright.workbench.welcome;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.commonwright.settings.Recent;
import org.jspecify.annotations.Nullable;

/// A recent design as the welcome page shows it; its activity comes a moment later.
public final class RecentEntry {
    private final Recent recent;
    private final ObjectProperty<@Nullable Activity> activity = new SimpleObjectProperty<>();
    private final ObjectProperty<byte @Nullable []> picture = new SimpleObjectProperty<>();

    RecentEntry(Recent recent) {
        this.recent = recent;
    }

    void arrived(Activity now, byte @Nullable [] bytes) {
        activity.set(now);
        picture.set(bytes);
    }

    public Recent recent() {
        return recent;
    }

    /// Null until it was read.
    public ReadOnlyObjectProperty<@Nullable Activity> activity() {
        return activity;
    }

    /// The bytes of its picture file; null for none.
    public ReadOnlyObjectProperty<byte @Nullable []> picture() {
        return picture;
    }
}
