/// Records: signed append-only logs in Git, one a device, and what reducers make of their union.
@NullMarked
package org.commonwright.record;

import org.jspecify.annotations.NullMarked;
