package org.commonwright.bom.read;

import java.util.List;
import org.commonwright.bom.Offer;
import org.commonwright.bom.SkippedRow;
import org.commonwright.error.Problem;

/// What an `offers.csv` says. `offers` and `skipped` together are all its rows but the header.
public record Offers(List<Offer> offers, List<SkippedRow> skipped, List<Problem> problems) {
    public Offers {
        offers = List.copyOf(offers);
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
    }
}
