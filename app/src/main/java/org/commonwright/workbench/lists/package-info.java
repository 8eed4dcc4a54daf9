/// The page on which a person sees which lists of a module count, and chooses others.
@NullMarked
package org.commonwright.workbench.lists;

import org.jspecify.annotations.NullMarked;
