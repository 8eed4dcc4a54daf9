/// Byte links to a machine: serial, TCP, and a pipe inside the process.
@NullMarked
package org.commonwright.machine.link;

import org.jspecify.annotations.NullMarked;
