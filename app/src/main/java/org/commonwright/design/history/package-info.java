/// Who set what in a design, when and why.
@NullMarked
package org.commonwright.design.history;

import org.jspecify.annotations.NullMarked;
