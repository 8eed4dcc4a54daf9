/// The area Review: forks and proposals, what they mean, accepting and declining them.
@NullMarked
package org.commonwright.workbench.review;

import org.jspecify.annotations.NullMarked;
