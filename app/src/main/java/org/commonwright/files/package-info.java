/// Files that are replaced whole or not at all, paths that stay inside their folder, and the pointers that stand for large files.
@NullMarked
package org.commonwright.files;

import org.jspecify.annotations.NullMarked;
