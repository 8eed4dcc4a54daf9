/// Releases: everything that belongs to one state of a design, in one archive that anyone can make again to the byte.
@NullMarked
package org.commonwright.publish.release;

import org.jspecify.annotations.NullMarked;
