/// Comments beside what they are about, in a review.
@NullMarked
package org.commonwright.workbench.review.comments;

import org.jspecify.annotations.NullMarked;
