package org.commonwright.git;

import org.commonwright.files.LfsPointer;
import org.commonwright.model.RepoPath;

/// A large file of a commit.
///
/// @param here whether its content is on this machine
public record LfsFile(RepoPath path, LfsPointer pointer, boolean here) {}
