/// Hosts of software, to practise on and to test with: they answer as OctoPrint's and Moonraker's documents say.
@NullMarked
package org.commonwright.machine.host.practice;

import org.jspecify.annotations.NullMarked;
