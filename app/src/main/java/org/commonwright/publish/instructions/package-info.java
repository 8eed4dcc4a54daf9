/// Assembly instructions, built from the texts and the bills of materials of a module tree.
@NullMarked
package org.commonwright.publish.instructions;

import org.jspecify.annotations.NullMarked;
