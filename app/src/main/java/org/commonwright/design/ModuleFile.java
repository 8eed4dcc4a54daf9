package org.commonwright.design;

import org.commonwright.model.RepoPath;

/// A file of a module and what it is for.
///
/// @param path from the root of the module's repository
public record ModuleFile(RepoPath path, FileRole role) {}
