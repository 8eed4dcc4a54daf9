/// What parts weigh by their shape and their material.
@NullMarked
package org.commonwright.review.mass;

import org.jspecify.annotations.NullMarked;
