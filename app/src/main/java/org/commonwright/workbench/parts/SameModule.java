package org.commonwright.workbench.parts;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import org.commonwright.design.DesignModule;
import org.jspecify.annotations.Nullable;

/// Finds a module again after its design was read anew.
final class SameModule {
    private SameModule() {}

    static boolean is(DesignModule a, DesignModule b) {
        return a.path().equals(b.path()) && a.section().equals(b.section())
                && a.source().repository().equals(b.source().repository());
    }

    /// What became of `wanted`; the root when it is gone, or was none.
    static DesignModule of(DesignModule root, @Nullable DesignModule wanted) {
        var todo = new ArrayDeque<DesignModule>(List.of(root));
        var seen = new HashSet<DesignModule>();
        while (wanted != null && !todo.isEmpty()) {
            DesignModule at = todo.pop();
            if (is(at, wanted)) {
                return at;
            }
            if (seen.add(at)) {
                at.modules().forEach(todo::push);
            }
        }
        return root;
    }
}
