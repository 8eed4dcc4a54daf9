/// The contract of an area (Design, Parts, …) with the frame, and what all areas share.
@NullMarked
package org.commonwright.workbench.area;

import org.jspecify.annotations.NullMarked;
