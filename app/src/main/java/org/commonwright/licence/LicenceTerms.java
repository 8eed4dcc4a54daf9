package org.commonwright.licence;

import java.util.List;
import java.util.Map;

/// What the program knows of one licence.
///
/// @param id its SPDX id
/// @param software whether it is written for software, whose sources then lie beside a hardware design's, not in them
/// @param clauses for each use, where the licence speaks of it
/// @param combining where it speaks of larger works; empty when it does not
/// @param into ids of the licences under which a larger work may be that contains this one's
public record LicenceTerms(String id, Family family, boolean software, Map<Use, String> clauses, String combining,
        List<String> into) {
    public LicenceTerms {
        clauses = Map.copyOf(clauses);
        into = List.copyOf(into);
    }

    /// `PPL §4(c)`; the bare id when the licence has no numbered clause for it.
    String cite(String clause) {
        return clause.isEmpty() ? id : id + " " + clause;
    }

    String cite(Use use) {
        return cite(clauses.getOrDefault(use, ""));
    }
}
