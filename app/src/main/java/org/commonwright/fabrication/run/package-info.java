/// A claimed job on a machine, from the gate to the recorded outcome.
@NullMarked
package org.commonwright.fabrication.run;

import org.jspecify.annotations.NullMarked;
