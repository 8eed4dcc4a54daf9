package org.commonwright.review.card;

import java.util.List;
import org.commonwright.error.Problem;

/// What a change does to a design as a whole.
///
/// @param quantity how many of the design the figures are for
/// @param modules how many of its modules are touched
/// @param files how many files differ
/// @param hits who uses what is touched
/// @param alarms what whoever decides must have seen, the gravest first, each with its file and what to do
public record Card(long quantity, DesignFigures before, DesignFigures after, int modules, int files, List<Hit> hits,
        List<Problem> alarms) {
    public Card {
        hits = List.copyOf(hits);
        alarms = List.copyOf(alarms);
    }
}
