/// What every firmware's protocol shares: programs, states, outcomes, and the conversation that steers by them.
@NullMarked
package org.commonwright.machine.protocol;

import org.jspecify.annotations.NullMarked;
