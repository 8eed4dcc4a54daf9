/// What is kept of each run: what was run where, how long it took beside the estimate, what was said both ways, temperatures,
/// material, energy, pictures, how it ended, and what a person found.
@NullMarked
package org.commonwright.machine.history;

import org.jspecify.annotations.NullMarked;
