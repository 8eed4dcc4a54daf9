/// Workbooks (xlsx, xls, ods) as rows of text, in bounded time and memory.
@NullMarked
package org.commonwright.bom.sheet;

import org.jspecify.annotations.NullMarked;
