/// How a community decides: what its rules make of the stances, and certificates that others can count again.
@NullMarked
package org.commonwright.governance.decide;

import org.jspecify.annotations.NullMarked;
