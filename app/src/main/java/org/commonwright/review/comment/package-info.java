/// What people say about places of a design, and where those places are now.
@NullMarked
package org.commonwright.review.comment;

import org.jspecify.annotations.NullMarked;
