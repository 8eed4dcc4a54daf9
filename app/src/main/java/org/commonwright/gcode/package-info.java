/// G-code: words, modal state, toolpath, and how long a machine takes for it.
@NullMarked
package org.commonwright.gcode;

import org.jspecify.annotations.NullMarked;
