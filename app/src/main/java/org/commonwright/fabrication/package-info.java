/// From an order to a made part: planning, matching, claims, runs, and what the records of them add up to.
@NullMarked
package org.commonwright.fabrication;

import org.jspecify.annotations.NullMarked;
