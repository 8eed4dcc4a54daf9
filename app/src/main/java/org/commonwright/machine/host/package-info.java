/// Machines that another program runs: OctoPrint's and Moonraker's HTTP APIs. What is streamed to a machine by this program
/// is a [org.commonwright.machine.Session]; here a host gets a whole file, and says what becomes of it.
@NullMarked
package org.commonwright.machine.host;

import org.jspecify.annotations.NullMarked;
