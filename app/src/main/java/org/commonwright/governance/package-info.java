/// How a community decides: proposals that anyone may make, and the last word of those whom it has chosen.
@NullMarked
package org.commonwright.governance;

import org.jspecify.annotations.NullMarked;
