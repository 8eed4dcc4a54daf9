/// Files that are replaced whole or not at all, and paths that stay inside their folder.
@NullMarked
package org.commonwright.files;

import org.jspecify.annotations.NullMarked;
