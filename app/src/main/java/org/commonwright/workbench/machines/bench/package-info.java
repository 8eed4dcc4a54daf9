/// What the pages of one machine share.
@NullMarked
package org.commonwright.workbench.machines.bench;

import org.jspecify.annotations.NullMarked;
