/// English and French texts, one bundle per room, and the reader's number and money formats.
@NullMarked
package org.commonwright.i18n;

import org.jspecify.annotations.NullMarked;
