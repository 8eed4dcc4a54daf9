package org.commonwright.bom.rollup;

import java.util.List;
import org.commonwright.bom.Offer;
import org.commonwright.i18n.Messages;

/// Why a part is bought the way it is.
///
/// @param ways every way to buy it that was weighed, the cheapest first
/// @param refused the offers that cannot be used, each with its reason
public record Explanation(List<Way> ways, List<Refused> refused) {
    /// An offer that is not used.
    public record Refused(Offer offer, Messages.Key reason) {}

    public Explanation {
        ways = List.copyOf(ways);
        refused = List.copyOf(refused);
    }
}
