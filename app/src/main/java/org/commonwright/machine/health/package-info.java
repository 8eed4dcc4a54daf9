/// How well a link works: what is measured while it talks, and what that means.
@NullMarked
package org.commonwright.machine.health;

import org.jspecify.annotations.NullMarked;
