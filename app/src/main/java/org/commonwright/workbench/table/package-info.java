/// Tables that sort, filter, remember their columns and copy as TSV.
@NullMarked
package org.commonwright.workbench.table;

import org.jspecify.annotations.NullMarked;
