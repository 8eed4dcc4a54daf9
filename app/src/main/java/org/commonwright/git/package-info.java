/// Git repositories, the only room that knows JGit: commits, refs, trees, diffs, merges, safe checkout, remotes.
@NullMarked
package org.commonwright.git;

import org.jspecify.annotations.NullMarked;
