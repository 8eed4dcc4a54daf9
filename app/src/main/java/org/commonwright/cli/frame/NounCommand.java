package org.commonwright.cli.frame;

import java.util.List;

/// A command named for a thing (`bom`, `design`, `machine`); its verbs are methods or classes with picocli's `@Command`.
public interface NounCommand {
    /// Further commands, below its verbs.
    default List<?> inside() {
        return List.of();
    }
}
