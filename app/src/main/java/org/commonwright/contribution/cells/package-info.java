/// Whose the cells of bills of materials are: who set each last.
@NullMarked
package org.commonwright.contribution.cells;

import org.jspecify.annotations.NullMarked;
