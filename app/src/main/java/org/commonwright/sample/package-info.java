/// The sample designs: reads how their history is stored and lays them out as Git repositories in a workspace.
@NullMarked
package org.commonwright.sample;

import org.jspecify.annotations.NullMarked;
