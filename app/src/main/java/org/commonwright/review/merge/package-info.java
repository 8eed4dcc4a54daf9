/// Three-way merges of files that are neither tables nor plain texts.
@NullMarked
package org.commonwright.review.merge;

import org.jspecify.annotations.NullMarked;
