/// Putting findings right: named edits of a design's files that can be looked at before they are made and taken back after.
@NullMarked
package org.commonwright.design.fix;

import org.jspecify.annotations.NullMarked;
