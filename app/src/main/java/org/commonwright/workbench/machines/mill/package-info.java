/// What a machine's page shows besides when it is a mill that speaks GRBL's language.
@NullMarked
package org.commonwright.workbench.machines.mill;

import org.jspecify.annotations.NullMarked;
