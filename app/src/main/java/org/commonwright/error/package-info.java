/// What went wrong, as data: a code, its arguments, a place. The words are looked up at the border, in the reader's language.
@NullMarked
package org.commonwright.error;

import org.jspecify.annotations.NullMarked;
