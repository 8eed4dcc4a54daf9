/// Machines of software that a person practises on, with faults.
@NullMarked
package org.commonwright.workbench.machines.practice;

import org.jspecify.annotations.NullMarked;
