/// What others have made of a design: how far each fork is, what it touches, with which others it overlaps or conflicts.
@NullMarked
package org.commonwright.review.fork;

import org.jspecify.annotations.NullMarked;
