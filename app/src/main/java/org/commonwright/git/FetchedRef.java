package org.commonwright.git;

import java.util.Optional;
import org.commonwright.model.CommitId;

/// A local ref that a fetch met.
///
/// @param localRef its full name here
/// @param before where it was; empty when it is new
/// @param after where it is now; empty when the fetch removed it
/// @param updated whether it moved as asked; false when it was refused because it is not a fast-forward
public record FetchedRef(String localRef, Optional<CommitId> before, Optional<CommitId> after, boolean updated) {}
