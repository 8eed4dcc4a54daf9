/// What a change means, in parts, money, geometry, text and licence, and merging it with nothing of anyone's lost.
@NullMarked
package org.commonwright.review;

import org.jspecify.annotations.NullMarked;
