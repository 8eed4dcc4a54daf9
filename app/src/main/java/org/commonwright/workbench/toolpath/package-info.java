/// A program's toolpath with what belongs to it: layers, colours, a section, and its lines beside the picture.
@NullMarked
package org.commonwright.workbench.toolpath;

import org.jspecify.annotations.NullMarked;
