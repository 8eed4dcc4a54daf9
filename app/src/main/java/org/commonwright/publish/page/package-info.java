/// Pages to read and to print: one model, written as HTML or PDF.
@NullMarked
package org.commonwright.publish.page;

import org.jspecify.annotations.NullMarked;
