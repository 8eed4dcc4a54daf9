package org.commonwright.review.mail;

import java.util.List;
import org.commonwright.governance.ProposalState;

/// What a file brought.
///
/// @param proposals those whose commits came with it
/// @param isNew whether anything was not here before
public record Taken(List<ProposalState> proposals, boolean isNew) {
    public Taken {
        proposals = List.copyOf(proposals);
    }
}
