package org.commonwright.bom.rollup;

import java.util.List;
import org.commonwright.error.Place;

/// How long it takes until everything is there and put together, when all is ordered on one day.
///
/// @param days calendar days along the longest way; a lower bound when `unknown` is above zero
/// @param path the longest way, from the root down to the part that everybody waits for; empty when nothing has to be waited for
/// @param unknown how many parts that have to be bought or made have no lead time
public record LeadTime(int days, List<Step> path, int unknown) {
    /// One step of the way: a module or, at the end, a part.
    ///
    /// @param days from the order until this is there
    /// @param place the row that asks for it
    public record Step(String name, int days, Place place) {}

    public LeadTime {
        path = List.copyOf(path);
    }
}
