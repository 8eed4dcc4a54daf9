/// Forks side by side: all of them in one table, and with whom the chosen one overlaps or conflicts.
@NullMarked
package org.commonwright.workbench.review.forks;

import org.jspecify.annotations.NullMarked;
