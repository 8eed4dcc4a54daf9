package org.commonwright.git;

import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// A file as one commit has it.
///
/// @param blob the id of its bytes, for [GitRepository#blob]
public record FileVersion(CommitId commit, RepoPath path, String blob) {}
