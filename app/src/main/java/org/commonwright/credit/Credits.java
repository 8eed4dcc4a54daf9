package org.commonwright.credit;

import java.util.List;
import java.util.Optional;
import org.commonwright.contribution.Contributions;
import org.commonwright.contribution.cells.Cells;
import org.commonwright.error.Problem;

/// Everybody's part of a design, or of a folder of it.
///
/// @param contributions what the lines say, with what was counted
/// @param cells whose the cells of its bills of materials are
/// @param people those with the most surviving lines first
/// @param efforts all that were declared, those that do not count included
/// @param language which languages the design says that its documents are in (`en`, `fr`); empty when it says nothing
/// @param problems of the records and of pinned modules; those of the lines are in `contributions`
public record Credits(Contributions contributions, Cells cells, List<Credit> people, List<EffortState> efforts,
        String language, List<Problem> problems) {
    public Credits {
        people = List.copyOf(people);
        efforts = List.copyOf(efforts);
        problems = List.copyOf(problems);
    }

    /// Somebody by their address, without regard to case.
    public Optional<Credit> of(String email) {
        return people.stream().filter(credit -> credit.person().email().equalsIgnoreCase(email)).findFirst();
    }
}
