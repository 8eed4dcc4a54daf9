/// What a machine's firmware is set to: read, kept, compared, put back.
@NullMarked
package org.commonwright.machine.firmware;

import org.jspecify.annotations.NullMarked;
