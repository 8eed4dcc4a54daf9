/// The program's words in the window, in the language of the moment.
@NullMarked
package org.commonwright.workbench.text;

import org.jspecify.annotations.NullMarked;
