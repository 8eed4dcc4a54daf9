package org.commonwright.accounting;

import java.util.List;
import org.commonwright.model.Quantity;

/// What the events of one agent or one design add up to.
///
/// @param of the agent's fingerprint, or the design's name
/// @param lines by action and resource
public record Account(String of, List<Line> lines) {
    public Account {
        lines = List.copyOf(lines);
    }

    /// One sum.
    ///
    /// @param side `given` or `received` for a transfer; empty for everything else
    /// @param events how many events it adds up
    public record Line(Action action, String side, String resource, Quantity quantity, int events) {}
}
