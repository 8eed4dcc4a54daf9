/// Economic events in Valueflows' terms, and what they add up to for each agent and each design.
@NullMarked
package org.commonwright.accounting;

import org.jspecify.annotations.NullMarked;
