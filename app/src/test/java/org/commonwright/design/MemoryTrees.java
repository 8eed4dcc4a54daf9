package org.commonwright.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Designs that are only held in memory, for tests of other rooms.
public final class MemoryTrees {
    private MemoryTrees() {}

    /// A design of that name without anything in it.
    public static ModuleTree empty(String name) {
        return new ModuleTreeReader((_, _) -> List.of(), _ -> Optional.empty())
                .read(new DesignSource(name, name, null, MemoryTree.of(Map.of("README.md", "x")), true));
    }
}
