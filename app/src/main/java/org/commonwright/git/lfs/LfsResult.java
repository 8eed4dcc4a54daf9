package org.commonwright.git.lfs;

import java.util.Map;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;

/// What became of contents that were to be fetched or brought.
///
/// @param done those that are where they should be now
/// @param failed why the others are not
public record LfsResult(Set<LfsPointer> done, Map<LfsPointer, Fault> failed) {}
