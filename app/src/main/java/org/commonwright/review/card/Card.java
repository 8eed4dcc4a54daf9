package org.commonwright.review.card;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Problem;

/// What a change does to a design as a whole.
///
/// @param quantity how many of the design the figures are for
/// @param touched which of its modules are touched
/// @param files how many files differ
/// @param costs which parts make the difference in cost, the greatest first
/// @param hits who uses what is touched
/// @param alarms what whoever decides must have seen, the gravest first, each with its file and what to do
public record Card(long quantity, DesignFigures before, DesignFigures after, Touched touched, int files,
        List<PartCost> costs, List<Hit> hits, List<Problem> alarms) {
    public Card {
        costs = List.copyOf(costs);
        hits = List.copyOf(hits);
        alarms = List.copyOf(alarms);
    }

    /// How many modules are touched.
    public int modules() {
        return touched.modules().size();
    }

    /// With those who use what is touched in other designs.
    public Card with(List<Hit> elsewhere) {
        List<Hit> all = new ArrayList<>(hits);
        all.addAll(elsewhere);
        return new Card(quantity, before, after, touched, files, costs, all, alarms);
    }
}
