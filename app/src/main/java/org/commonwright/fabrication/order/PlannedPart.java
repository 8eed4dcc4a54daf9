package org.commonwright.fabrication.order;

import org.commonwright.fabrication.workshop.Envelope;
import org.commonwright.fabrication.workshop.Requirement;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// One make-part of an order, with the file that a machine makes it from.
///
/// @param module folder of its module in its repository
/// @param shown how licences and problems name that module
/// @param design name of the repository that the file is in; empty for the design's own
/// @param repository the local clone of that repository
/// @param commit null for a folder without a commit
/// @param file from the root of that repository
/// @param seconds how long one piece takes, by the program's own estimate
/// @param materialEach how much material one piece takes; null when the bill of materials does not say
public record PlannedPart(String part, String module, String shown, String design, String repository,
        @Nullable CommitId commit,
        RepoPath file, ContentId sha256, Requirement requirement, long quantity, double seconds,
        @Nullable Quantity materialEach) {
    public Envelope envelope() {
        return requirement.envelope();
    }
}
