package org.commonwright.workbench.table;

import java.util.ArrayList;
import java.util.List;

/// A list that can say at once what it holds now, for work on another thread.
///
/// @param <T> what it holds
public interface Snapshots<T> {
    /// What it holds now; never changes.
    List<T> snapshot();

    /// What any list holds now.
    static <T> List<T> of(List<T> list) {
        if (list instanceof Snapshots<?>) {
            @SuppressWarnings("unchecked")
            var known = (Snapshots<T>) list;
            return known.snapshot();
        }
        return new ArrayList<>(list);
    }
}
