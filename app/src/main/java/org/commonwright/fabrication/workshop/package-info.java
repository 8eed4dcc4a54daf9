/// Workshops, their machines, and whether a machine can do a job.
@NullMarked
package org.commonwright.fabrication.workshop;

import org.jspecify.annotations.NullMarked;
