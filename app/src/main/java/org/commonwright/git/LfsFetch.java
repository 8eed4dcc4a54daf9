package org.commonwright.git;

import java.util.List;
import java.util.Map;
import org.commonwright.error.Fault;

/// What became of large files that were to be fetched. Those that were here already are in none.
///
/// @param fetched they are on this machine now
/// @param failed why others are not; a normal state that can be tried again
/// @param written how many files of the work tree were pointers and hold their content now
public record LfsFetch(List<LfsFile> fetched, Map<LfsFile, Fault> failed, int written) {}
