/// Which line of a file is which line of its older self: the same answer as Git's own comparison, line for line.
@NullMarked
package org.commonwright.contribution.diff;

import org.jspecify.annotations.NullMarked;
