package org.commonwright.publish.page;

import java.util.Optional;

/// Finds the pictures that a text names. Nothing is ever fetched from a network.
@FunctionalInterface
public interface Pictures {
    Pictures NONE = _ -> Optional.empty();

    /// @param destination as the text has it: a path relative to the text
    /// @return empty when it is not in the design, or no picture that a page may hold
    Optional<Picture> find(String destination);
}
