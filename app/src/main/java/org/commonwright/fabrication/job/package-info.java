/// What the records of a job add up to, in whatever order they arrived.
@NullMarked
package org.commonwright.fabrication.job;

import org.jspecify.annotations.NullMarked;
