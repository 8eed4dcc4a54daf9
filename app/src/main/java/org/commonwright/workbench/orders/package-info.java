/// The area Orders: from "I want three of it" to a board of jobs, and from a job to a made part.
@NullMarked
package org.commonwright.workbench.orders;

import org.jspecify.annotations.NullMarked;
