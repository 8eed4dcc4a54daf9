/// Separated text without loss: every row keeps the characters it was written with.
@NullMarked
package org.commonwright.bom.csv;

import org.jspecify.annotations.NullMarked;
