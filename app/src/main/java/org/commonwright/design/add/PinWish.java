package org.commonwright.design.add;

import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// A pin that lines ask for and that is to be written with them.
///
/// @param name what the lines call it: `@name`
/// @param repository a URL, or the name of a design in the workspace
/// @param path the module's folder there
public record PinWish(String name, String repository, RepoPath path, CommitId commit) {}
