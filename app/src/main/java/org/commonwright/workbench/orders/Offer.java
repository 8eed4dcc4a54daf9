package org.commonwright.workbench.orders;

import java.util.List;
import org.commonwright.fabrication.order.Draft;
import org.commonwright.fabrication.order.PlannedPart;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.fabrication.workshop.Workshop;
import org.commonwright.workbench.area.ModuleChoice;

/// What a wish comes to: plan and licence verdict, beside the workshop's machines.
///
/// @param changes whether there are changes on disk that are in no commit, and so not in the order
/// @param modules what else could be ordered from this design
record Offer(Wish wish, Draft draft, Workshop workshop, boolean changes,
        List<ModuleChoice> modules) {
    Offer {
        modules = List.copyOf(modules);
    }

    List<Match> matches(PlannedPart part) {
        return Match.all(workshop, part.requirement());
    }
}
