/// Pages of machines that a host runs.
@NullMarked
package org.commonwright.workbench.machines.host;

import org.jspecify.annotations.NullMarked;
