/// Everybody's part as several numbers beside one another: the lines of the history, reviews and declared effort from the records,
/// and citations through pinned modules.
@NullMarked
package org.commonwright.credit;

import org.jspecify.annotations.NullMarked;
