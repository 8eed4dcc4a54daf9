package org.commonwright.workbench.design;

import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.Commons;
import org.commonwright.model.CommitId;
import org.jspecify.annotations.Nullable;

/// The open design as the area shows it.
///
/// @param commit what is checked out; null without a repository
record OpenedDesign(ModuleTree tree, @Nullable CommitId commit, Commons commons) {}
