/// A claimed job on a machine: from the gate to the recorded outcome, and what a person decides when it went wrong.
@NullMarked
package org.commonwright.fabrication.run;

import org.jspecify.annotations.NullMarked;
