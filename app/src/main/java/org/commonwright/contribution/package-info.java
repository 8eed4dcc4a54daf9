/// Each contributor's part of a design: for every line of every text file the commit it came from, over the whole history.
@NullMarked
package org.commonwright.contribution;

import org.jspecify.annotations.NullMarked;
